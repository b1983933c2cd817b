// Code kept as a comment.
// const planted = 1;
//   if (planted) {
// If the desk is closed, nothing is shown.
// return to the desk what was lent
