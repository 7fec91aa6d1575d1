/** Writes the terms of the trade in simplified characters, so that one word list reads both scripts. */

const traditional =
  "報訊記電編輯責攝圖專員導題連結關閱讀評論簡實習採來訪聞網綜轉載聲啟見觀點談筆雜隨寫統籌審對視覺設計監製單為係學長與時間發佈過現場兩際從於獲據廣劃臺風氣預譯錄檔後續緊頁權請註處擊複鏈讚訂購買紅體週號熱線話傳誤證資訊綫誌麗劉張陳楊黃趙吳孫馬鄭謝許馮鄧蕭葉蘇盧鍾陸範賈鄒閆賀顧龔萬錢嚴莊湯喬賴龍劉饒聶畢齊闕羅項廖樂鮑藍闞鄔繼點費會優歡領覽級體紙";
const simplified =
  "报讯记电编辑责摄图专员导题连结关阅读评论简实习采来访闻网综转载声启见观点谈笔杂随写统筹审对视觉设计监制单为系学长与时间发布过现场两际从于获据广划台风气预译录档后续紧页权请注处击复链赞订购买红体周号热线话传误证资讯线志丽刘张陈杨黄赵吴孙马郑谢许冯邓萧叶苏卢钟陆范贾邹闫贺顾龚万钱严庄汤乔赖龙刘饶聂毕齐阙罗项廖乐鲍蓝阚邬继点费会优欢领览级体纸";

const folds = new Map([...traditional].map((one, index) => [one, [...simplified][index] ?? one]));
const foldable = new RegExp(`[${traditional}]`, "gu");

/** The text with these characters simplified; of the same length, so that offsets hold. */
export function foldTerms(text: string): string {
  return text.replace(foldable, (character) => folds.get(character) ?? character);
}
