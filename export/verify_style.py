"""The look of the verification page: one stylesheet, light and dark, as text to be pasted into it.

Knows colours and measures; refuses to know what stands on the page.
"""

__all__ = ["STYLE"]

STYLE = """
:root { color-scheme: light dark; --ink: #1d2430; --soft: #5c6675; --line: #d9dee5; --page: #f6f7f9;
  --card: #fff; --ok: #1a7f4b; --bad: #c0341d; --a: #2a6fb0; --b: #8a5fbf; --c: #c77612; --d: #1a8a7d;
  --e: #68727f; --f: #b5446e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --soft: #9aa4b2; --line: #333b47;
  --page: #14181e; --card: #1c222a; --ok: #4cc38a; --bad: #ff7a63; --a: #6db1f0; --b: #b795ea;
  --c: #f0a94b; --d: #4fc9ba; --e: #a4aebb; --f: #ee86aa; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 24px 16px 64px; }
header { border-left: 6px solid var(--ok); padding: 4px 0 4px 16px; margin-bottom: 24px; }
header.failed { border-color: var(--bad); }
header p { margin: 4px 0; color: var(--soft); overflow-wrap: anywhere; }
header strong { color: var(--bad); }
h1 { font-size: 28px; margin: 0; }
h2 { font-size: 17px; margin: 0 0 12px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px;
  margin-bottom: 16px; }
.wide { overflow-x: auto; margin: 0 0 12px; }
.wide svg { min-width: 600px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; padding: 5px 12px 5px 0; border-bottom: 1px solid var(--line);
  vertical-align: top; font-variant-numeric: tabular-nums; }
th { color: var(--soft); font-weight: 500; }
code { font-size: 12px; overflow-wrap: anywhere; }
b.ok { color: var(--ok); } b.bad { color: var(--bad); }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--ink); font-size: 12px; }
svg text.tick { fill: var(--soft); font-size: 11px; } svg text.axis { fill: var(--soft); }
svg text.limit { fill: var(--bad); font-size: 11px; }
.grid { stroke: var(--line); } .median { stroke: var(--ink); stroke-width: 2.5; }
line.limit { stroke: var(--bad); stroke-dasharray: 5 4; stroke-width: 1.5; }
circle { fill-opacity: 0.45; } polyline { fill: none; stroke-width: 1; }
circle.a { fill: var(--a); } circle.b { fill: var(--b); } circle.c { fill: var(--c); }
circle.d { fill: var(--d); } circle.e { fill: var(--e); } circle.f { fill: var(--f); }
polyline.a { stroke: var(--a); } polyline.b { stroke: var(--b); } polyline.c { stroke: var(--c); }
polyline.d { stroke: var(--d); } polyline.e { stroke: var(--e); } polyline.f { stroke: var(--f); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); gap: 16px; }
figure { margin: 0; } figcaption { color: var(--soft); font-size: 13px; margin-top: 6px; }
.cards img { width: 192px; height: auto; image-rendering: pixelated; border-radius: 4px; }
.cards svg { border: 1px solid var(--line); border-radius: 4px; }
"""
