/** Questions with the sentence that answers each and two that only look like it, to measure an embedder. */

export interface KnownPair {
  readonly question: string;
  readonly answer: string;
  /** About the same thing or in the same words, but no answer. */
  readonly distractors: readonly [string, string];
}

/**
 * Half of the questions share their words with the answer, as most questions do, half say it in other
 * words. Places and people are invented, so that no model knows them by heart.
 */
export const knownPairs: readonly KnownPair[] = [
  {
    question: "青石大桥全长多少米？",
    answer: "青石大桥全长1260米，双向四车道。",
    distractors: ["青石大桥2019年通车，由市交通局管理。", "白沙大桥全长860米，双向两车道。"],
  },
  {
    question: "东湖博物馆哪一年开馆？",
    answer: "东湖博物馆于1987年开馆，收藏陶器和竹简。",
    distractors: ["东湖博物馆每周一闭馆，节假日除外。", "东湖图书馆于2003年开馆，藏书四十万册。"],
  },
  {
    question: "云岭茶场今年的产量是多少？",
    answer: "今年云岭茶场产量达到320吨，比去年增加一成。",
    distractors: ["云岭茶场今年新招了四十名采茶工。", "南坡茶场今年产量为95吨。"],
  },
  {
    question: "谁负责青石镇的医院建设？",
    answer: "青石镇卫生院的新楼由副镇长王小明牵头修建。",
    distractors: ["青石镇卫生院新楼高六层，设床位两百张。", "青石镇小学由校长李文秀主持扩建。"],
  },
  {
    question: "老人坐公交车要花钱吗？",
    answer: "六十五岁以上的居民凭证可免费乘坐市内公共汽车。",
    distractors: ["公交车票价两元，可以扫码付款。", "老人活动中心每天早上八点开门，不收门票。"],
  },
  {
    question: "孩子发烧了该挂哪个科？",
    answer: "十四岁以下的病人体温升高，请到儿科门诊就诊。",
    distractors: [
      "医院挂号窗口早上七点半开始挂号。",
      "发烧门诊搬到了住院部的东侧，成人请从三号门进入。",
    ],
  },
  {
    question: "为什么那条路不让车走了？",
    answer: "因铺设燃气管道，中山街自周一起封闭施工。",
    distractors: ["那条路种满了梧桐，秋天很美。", "车站前新开了一条夜市街，车辆请绕行到停车场。"],
  },
  {
    question: "How long is the Greyfield tunnel?",
    answer: "The Greyfield tunnel is 2.4 kilometres long and has two tubes.",
    distractors: [
      "The Greyfield tunnel was opened by the mayor in 2016.",
      "The Harrow tunnel is 900 metres long and has one tube.",
    ],
  },
  {
    question: "When does the Eastlake library close on Sundays?",
    answer: "On Sundays the Eastlake library closes at four in the afternoon.",
    distractors: [
      "The Eastlake library lends books, films and tools.",
      "The Eastlake swimming pool closes at nine on Sundays.",
    ],
  },
  {
    question: "What does it cost to leave my car at the station?",
    answer: "The fee for parking beside the railway is three crowns an hour.",
    distractors: [
      "The station was built in 1911 and restored at a cost of four million.",
      "It is forbidden to leave bicycles in the hall of the station.",
    ],
  },
  {
    question: "Which doctor looks after children?",
    answer: "Paediatric patients are seen by Anna Berg on the second floor.",
    distractors: [
      "A doctor is on duty every night; ring the bell.",
      "Children look after the goats at the town farm.",
    ],
  },
  {
    question: "Why was there no water last night?",
    answer: "A burst main cut off the supply to the northern quarter until dawn.",
    distractors: [
      "The water of the lake is tested every month.",
      "There was no concert last night; tickets stay valid.",
    ],
  },
];
