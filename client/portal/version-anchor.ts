/**
 * `/naskah/<draft>/v/<n>#<clause>` is printed and shared: where the text is long
 * and opens by parts, the part with that clause is opened. The server knows
 * which; only the browser knows what stands after the `#`.
 */
const cid = location.hash.slice(1);
if (/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(cid) && document.getElementById(cid) === null) {
  const base = /^\/naskah\/[0-9A-Z]{26}\/v\/\d+/.exec(location.pathname)?.[0];
  if (base && document.querySelector(".outline")) location.replace(`${base}/${cid}`);
}
