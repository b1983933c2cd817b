// A screen that speaks by itself. 注释里可以写
const title = '钥匙借用'; // planted
const note = <p>请先归还，再借。</p>; // planted
const address = 'https://foyer.invalid'; // 钥匙
/* 钥匙 */ const key = 'key';
