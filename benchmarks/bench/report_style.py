"""The look of a bench report: one stylesheet, light and dark, as text to be pasted into the page.

Knows colours and measures; refuses to know what stands on the page.
"""

__all__ = ["STYLE"]

STYLE = """
:root { color-scheme: light dark; --ink: #1d2430; --soft: #5c6675; --line: #d9dee5; --page: #f6f7f9;
  --card: #fff; --ok: #1a7f4b; --bad: #c0341d; --gap: #f1cf9b; --a: #2a6fb0; --b: #8a5fbf; --c: #c77612;
  --d: #1a8a7d; --e: #68727f; --f: #b5446e; --g: #6b7a14; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --soft: #9aa4b2; --line: #333b47;
  --page: #14181e; --card: #1c222a; --ok: #4cc38a; --bad: #ff7a63; --gap: #6b5026; --a: #6db1f0;
  --b: #b795ea; --c: #f0a94b; --d: #4fc9ba; --e: #a4aebb; --f: #ee86aa; --g: #c0cc5c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1000px; margin: 0 auto; padding: 24px 16px 64px; }
header { border-left: 6px solid var(--a); padding: 4px 0 4px 16px; margin-bottom: 24px; }
header.refused { border-color: var(--bad); }
header p { margin: 4px 0; color: var(--soft); overflow-wrap: anywhere; }
header strong { color: var(--bad); }
h1 { font-size: 28px; margin: 0; }
h2 { font-size: 17px; margin: 0 0 12px; } h3 { font-size: 15px; margin: 16px 0 6px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px;
  margin-bottom: 16px; }
section p { margin: 0 0 10px; }
.wide { overflow-x: auto; margin: 0 0 14px; }
.wide svg { min-width: 640px; }
.key { margin-bottom: 14px; display: grid; gap: 12px;
  grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); }
.key div { border: 1px solid var(--line); border-radius: 6px; padding: 10px 12px; }
.key b { display: block; font-size: 22px; font-variant-numeric: tabular-nums; }
.key span { color: var(--soft); font-size: 13px; display: block; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; padding: 5px 12px 5px 0; border-bottom: 1px solid var(--line);
  vertical-align: top; font-variant-numeric: tabular-nums; }
th { color: var(--soft); font-weight: 500; }
td.n, th.n { text-align: right; white-space: nowrap; }
td.note { color: var(--soft); font-size: 13px; }
code { font-size: 13px; overflow-wrap: anywhere; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--ink); font-size: 12px; }
svg text.tick { fill: var(--soft); font-size: 11px; } svg text.axis { fill: var(--soft); }
.grid { stroke: var(--line); }
path { fill: none; stroke-width: 1.6; stroke-linejoin: round; }
path.a { stroke: var(--a); stroke-width: 5; } path.b { stroke: var(--b); stroke-width: 3.6; }
path.c { stroke: var(--c); stroke-width: 2.6; }
path.d { stroke: var(--d); } path.e { stroke: var(--e); } path.f { stroke: var(--f); }
path.g { stroke: var(--g); }
.a { fill: var(--a); } .b { fill: var(--b); } .c { fill: var(--c); }
svg text.halo { paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
path.thin { stroke-width: 2; } path.roof { stroke: var(--ok); stroke-width: 2.2; }
.marks span { display: inline-block; border: 1px solid var(--line); border-radius: 12px; padding: 1px 10px;
  margin-right: 8px; } .marks .yes { color: var(--ok); } .marks .no { color: var(--bad); font-weight: 600; }
.d { fill: var(--d); } .e { fill: var(--e); } .f { fill: var(--f); } .g { fill: var(--g); }
path.a, path.b, path.c, path.d, path.e, path.f, path.g { fill: none; }
.gap { fill: var(--gap); } .floor { stroke: var(--ok); stroke-width: 3; }
.interval { stroke: var(--a); stroke-width: 5; stroke-opacity: 0.45; }
.far { stroke: var(--soft); stroke-width: 1.2; }
figure { margin: 0; } figcaption { color: var(--soft); font-size: 13px; margin-top: 6px; }
"""
