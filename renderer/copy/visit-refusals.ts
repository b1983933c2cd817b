// What stands beside a visitor's field that was refused, and why a pass code was. Part of the visitors' words.
import type { Words } from './words.ts';

export const visitRefusals = {
  'field.unitOpen': {
    'zh-CN': '没有选定：请从提示中选择单元，或清空',
    en: 'Not chosen yet: pick a unit from the list, or clear it',
  },
  'field.cardOpen': {
    'zh-CN': '卡上信息不同，请先选择采用或保留',
    en: 'The card says otherwise: choose which one stands',
  },
  'field.hostNeeded': {
    'zh-CN': '没有证件时，须有被访人接领，请填写被访人',
    en: 'Without a document a host has to vouch: enter the host',
  },
  'field.numberNeeded': { 'zh-CN': '请填写号码，或选“无证件”', en: 'Enter the number, or choose "None"' },
  'field.confirmationNeeded': {
    'zh-CN': '按规则须先经被访人确认，请选择确认方式',
    en: 'Policy asks for the host first: choose how they confirmed',
  },
  'field.documentRequired': {
    'zh-CN': '按规则，此事由须登记证件号码',
    en: 'Policy asks for a document number for this purpose',
  },
  'field.untilNeeded': {
    'zh-CN': '须晚于开始时间，最多相隔 {{longest}} 天',
    en: 'Has to be after from, by {{longest}} days at most',
  },
  'field.futureNeeded': {
    'zh-CN': '须在今后 {{longest}} 天内',
    en: 'Has to lie within the coming {{longest}} days',
  },
  'field.pastNeeded': {
    'zh-CN': '须是过去 {{late}} 天内的时间',
    en: 'Has to lie within the past {{late}} days',
  },
  'field.leftNeeded': {
    'zh-CN': '须在到访之后，且不晚于现在',
    en: 'Has to be after the arrival and not later than now',
  },
  'field.goneWithCard': {
    'zh-CN': '访客已离开，不发临时卡',
    en: 'They have left: no card is handed out',
  },
  'field.CHECK_DIGIT': {
    'zh-CN': '号码校验位不符，请核对每一位',
    en: 'The check digit does not fit: compare every digit',
  },
  'field.SHAPE': { 'zh-CN': '号码的位数或格式不对', en: 'The number has the wrong length or form' },
  'field.BIRTH_DATE': {
    'zh-CN': '号码中的出生日期不存在',
    en: 'The birth date in the number does not exist',
  },
  'code.SHAPE': { 'zh-CN': '这不是16位通行码。', en: 'This is not a 16-digit pass code.' },
  'code.CHECK_DIGIT': {
    'zh-CN': '通行码有误，请重新扫码或核对数字。',
    en: 'The pass code is misread: scan again or check the digits.',
  },
  'code.KIND': { 'zh-CN': '这不是访客证上的码。', en: 'This code is not from a visitor pass.' },
  'code.NOT_ISSUED': { 'zh-CN': '本项目没有发过此通行码。', en: 'This property never issued this code.' },
} satisfies Words;
