// The privacy notice 个人信息处理告知 as it is shipped: what stands on the counter before a card is read.

/**
 * Version 1, of every desk that put no text of its own. Frozen: visits say that they were shown it. It names what the
 * Personal Information Protection Law asks for before anything is collected (art. 17: who handles, contact, purpose,
 * manner, kinds, term, rights and how to use them, in plain words; art. 18 lets only emergencies inform afterwards);
 * that a document number is kept encrypted follows art. 51, the term of 90 days registers.md §10.
 * `{property}` and `{address}` are filled in where the notice is read, with what is set up.
 */
export const SHIPPED_NOTICE = {
  zh: [
    '为保障大厦和人员安全，来访者进入前须登记。请在出示证件前阅读本告知。',
    '一、处理者：{property}物业服务中心（{address}）。',
    '二、目的：确认来访者身份、联系被访人、发生紧急情况时清点和疏散人员。',
    '三、处理的信息：姓名、证件类型和号码、电话、单位、被访人和到访单元、车牌、携带物品、进出时间，以及您自愿告知的疏散时是否需要协助。读卡时，性别、出生日期和住址仅供当面核对，不予保存。',
    '四、方式和期限：信息保存在本服务台的电脑内，证件号码加密保存、遮盖显示；自来访结束起保存90天，期满清除。法律、行政法规另有规定的除外。',
    '五、对外提供：除公安机关、人民法院等依法调取外，不向他人提供。',
    '六、您的权利：您可以向服务台要求查阅、复制、更正、删除您的信息，或要求说明处理规则。不愿出示证件的，可以由被访人到场接领。',
    '七、联系方式：请向服务台工作人员提出，由物业服务中心答复。对答复不满意的，可以向网信部门投诉、举报。',
  ].join('\n'),
  en: [
    'For the safety of the building and everyone in it, visitors are registered before they enter. Please read this before you show a document.',
    '1. Who handles your information: the property service centre of {property} ({address}).',
    '2. Purpose: to confirm who you are, to reach your host, and to account for everyone in an emergency.',
    '3. What is recorded: name, kind and number of your document, phone, company, host and unit, number plate, items carried in, times in and out, and whether you tell us that you need help to leave in an emergency. When a card is read, sex, date of birth and address are compared at the counter and not kept.',
    '4. How, and for how long: on the computer of this desk; document numbers are encrypted and shown masked. Everything is erased 90 days after your visit ends, unless a law or regulation asks otherwise.',
    '5. Passing on: to nobody, except where police, courts or others require it by law.',
    '6. Your rights: at this desk you may ask to see, copy, correct or delete your information, and to have these rules explained. If you would rather not show a document, your host can come down and meet you.',
    '7. Contact: ask the staff of this desk; the property service centre answers. If the answer does not satisfy you, you may complain to the cyberspace administration.',
  ].join('\n'),
} as const;
