// The style sheet of a printed consolidated text: serif is the treaty, sans is what is said about
// it.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace travaux::formats {

inline constexpr std::string_view print_style = R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#16202a;--second:#4a5763;--line:#c9d1d8;
--pencil:#1a4f9c;--struck:#a32018;--wash:#f3f5f7;
--serif:Charter,"Noto Serif",Cambria,Georgia,serif;--sans:-apple-system,"Segoe UI","Noto Sans",Arial,sans-serif;
--size:1.1875rem;--lead:1.62}
@media (prefers-color-scheme:dark){:root{--paper:#0f151b;--ink:#e7ebee;--second:#a9b5bf;--line:#35424e;
--pencil:#93bcf5;--struck:#ff9d92;--wash:#18212a}}
:lang(ar){--serif:Amiri,"Noto Naskh Arabic","Geeza Pro",serif;--sans:"Noto Sans Arabic","Geeza Pro",Tahoma,sans-serif;
--size:1.4375rem;--lead:1.95}
:lang(zh){--serif:"Songti SC","Noto Serif CJK SC",SimSun,serif;--sans:"PingFang SC","Noto Sans CJK SC",sans-serif;
--size:1.125rem;--lead:1.85}
:lang(ru){--serif:"PT Serif","Noto Serif",Cambria,Georgia,serif}
*{box-sizing:border-box}
body{margin:0 auto;max-inline-size:66rem;padding:1rem clamp(1rem,3vw,2rem);background:var(--paper);color:var(--ink);
font:.9375rem/1.5 var(--sans);overflow-wrap:break-word}
a{color:var(--pencil)}
:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
h1,h2,h3,h4,.tx,.n{font-family:var(--serif)}
h1{font-size:clamp(1.375rem,3.4vw,1.875rem);line-height:1.25;margin-block:1.5rem .5rem}
h2,h3,h4{font-size:1.25rem;line-height:1.35;margin-block:2.5rem .5rem}
h2.sec{font:600 1.0625rem/1.3 var(--sans)}
.meta,.app,.remark{color:var(--second);font-size:.8125rem}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-4rem;background:var(--paper);padding:.5rem 1rem}
.skip:focus{inset-block-start:.5rem}
.vh{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
nav ol,.app,.remarks,.props{list-style:none;margin:0;padding:0}
nav li{padding-block:.125rem}
nav a{color:inherit;text-decoration:none}
nav a:hover{text-decoration:underline}
.count{color:var(--pencil);white-space:nowrap}
.prov{display:grid;grid-template-columns:3.5rem minmax(0,35rem) minmax(9rem,14rem);padding-block:.6rem}
.d2{padding-inline-start:1.5rem}.d3{padding-inline-start:3rem}.d4{padding-inline-start:4.5rem}
.n{text-align:end;padding-inline-end:.75rem;font-size:var(--size);line-height:var(--lead)}
.tx{grid-column:2;font-size:var(--size);line-height:var(--lead)}
.tx p{margin:0}
.app{grid-column:3;padding-inline-start:1.5rem;padding-block-start:.4rem}
.app li{display:grid;grid-template-columns:2.25rem 1fr}
.remarks{grid-column:2;padding-block-start:.25rem}
.k{font:600 .64em/1 var(--sans);color:var(--pencil);vertical-align:.5em;margin-inline-end:.15em;unicode-bidi:isolate}
.app .k{font-size:1em;line-height:inherit;vertical-align:0}
.br{font-family:var(--sans);color:var(--pencil)}
.rd .rd>.br{font-weight:300}
ins{text-decoration:underline 1px var(--pencil);text-underline-offset:.2em}
ins ins{text-underline-offset:.34em}
del{text-decoration:none}
del.out{text-decoration:line-through 1.5px var(--struck);color:var(--second)}
.new{border-inline-start:2px solid var(--pencil)}
.options{margin:0;padding:0;list-style:none}
.options li{border-inline-start:1px solid var(--pencil);padding-inline-start:.75rem;margin-block:.5rem}
.props li{padding-block:.375rem;border-block-start:1px solid var(--line)}
bdi{unicode-bidi:isolate}
@media (max-width:56rem){.prov{grid-template-columns:2.75rem minmax(0,1fr)}.app{grid-column:2;padding-inline-start:0}
.d2,.d3,.d4{padding-inline-start:.75rem}}
@media print{body{max-inline-size:none;padding:0;font-size:9pt}.skip,nav{display:none}.tx,.n{font-size:11pt}
.prov{break-inside:avoid}h2,h3,h4{break-after:avoid}a{color:inherit;text-decoration:none}@page{margin:2cm}}
)css";

}  // namespace travaux::formats
