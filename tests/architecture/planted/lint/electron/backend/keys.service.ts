// What a backend file must not do; the rule that has to see it stands at the end of the line.
const lent = async () => 3;
lent(); // planted: typescript(no-floating-promises)
void lent(); // planted: typescript(no-floating-promises)
console.log('key'); // planted: eslint(no-console)
export const at = Date.now(); // planted: eslint(no-restricted-properties)
export const dice = Math.random(); // planted: eslint(no-restricted-properties)
export const tick = performance.now(); // planted: eslint(no-restricted-properties)
export function price(of: any) { // planted: typescript(no-explicit-any)
  return String(of);
}
export function isLate(state: 'out' | 'in'): boolean {
  switch (state) { // planted: typescript(switch-exhaustiveness-check)
    case 'out':
      return true;
  }
  return false;
}
[1].forEach(async () => { // planted: typescript(no-misused-promises)
  await lent();
});
// @ts-ignore planted: typescript(ban-ts-comment)
export const first = ['key'][0]!; // planted: typescript(no-non-null-assertion)
/* planted: eslint(no-warning-comments) */ // TODO later
export default lent; // planted: import(no-default-export)
