/** Questions that continue a chat, and questions that stand alone in one. */

import type { Turn } from "../../../prompts/answering/answer.ts";

export interface FollowUp {
  readonly history: readonly Turn[];
  readonly question: string;
  /** What the understood question must hold. */
  readonly holds: readonly string[];
  /** What it must no longer hold. */
  readonly lacks?: readonly string[];
}

function chat(...texts: readonly string[]): readonly Turn[] {
  return texts.map((text, at) => [at % 2 === 0 ? "user" : "bot", text]);
}

const tea = chat("青石县2022年春茶产量是多少？", "2022年，青石县春茶产量1100吨。");
const school = chat("青石一中迁到了哪里？", "青石一中2022年迁到城南。");
const guide = chat("青石县博物馆的讲解员是谁？", "讲解员周兰说，木船是2019年捞起来的。");
const bridge = chat("东湖大桥什么时候通车？", "东湖大桥2023年9月28日通车。");
const forest = chat("东湖林场种了多少杉树？", "东湖林场2023年种下杉树12万棵。");
const visitors = chat(
  "How many visitors came to the Qingshi County Museum in 2022?",
  "The museum had 12,000 visitors in 2022.",
);
const opened = chat("When did East Lake Bridge open?", "It opened on September 28, 2023.");
const designer = chat(
  "Who designed East Lake Bridge?",
  "The bridge was designed by Mary Hartwell.",
);
const teachers = chat("How many teachers does Yunxi Primary School have?", "It has 46 teachers.");

export const followUps: readonly FollowUp[] = [
  {
    history: tea,
    question: "那2023年呢？",
    holds: ["青石县", "2023年", "春茶产量"],
    lacks: ["2022"],
  },
  { history: tea, question: "2021年的呢", holds: ["青石县", "2021年"], lacks: ["2022"] },
  { history: tea, question: "云溪县呢？", holds: ["云溪县", "2022年"], lacks: ["青石"] },
  { history: tea, question: "那夏茶呢？", holds: ["青石县", "夏茶产量"], lacks: ["春茶"] },
  {
    history: [...tea, ...chat("云溪县呢？", "云溪县春茶产量860吨。")],
    question: "那2023年呢？",
    holds: ["云溪县", "2023年", "春茶产量"],
    lacks: ["青石", "2022"],
  },
  {
    history: [...tea, ...chat("那2023年呢？", "1200吨。")],
    question: "白鹭县呢？",
    holds: ["白鹭县", "2023年"],
    lacks: ["青石", "2022"],
  },
  { history: school, question: "它的面积呢", holds: ["青石一中的面积"], lacks: ["它"] },
  { history: school, question: "校长呢？", holds: ["青石一中的校长是谁"] },
  { history: school, question: "校长是谁？", holds: ["校长是谁", "青石一中"] },
  { history: school, question: "该校有多少名教师？", holds: ["青石一中有多少名教师"] },
  { history: school, question: "面积多大？", holds: ["面积多大", "青石一中"] },
  { history: school, question: "那二中呢？", holds: ["青石二中"], lacks: ["一中"] },
  {
    history: [...school, ...chat("面积多大？", "占地96亩。")],
    question: "什么时候搬的？",
    holds: ["什么时候搬的", "青石一中"],
  },
  {
    history: [...school, ...chat("面积多大？", "占地96亩。")],
    question: "二中呢？",
    holds: ["面积", "青石二中"],
    lacks: ["一中"],
  },
  { history: guide, question: "她是哪里人？", holds: ["周兰是哪里人"] },
  { history: guide, question: "她在那里工作了几年？", holds: ["周兰"], lacks: ["她"] },
  {
    history: [...guide, ...chat("她是哪里人？", "周兰是青石县人。")],
    question: "她多大年纪？",
    holds: ["周兰多大年纪"],
  },
  {
    history: chat("东湖大桥是谁设计的？", "总设计师王小明介绍，大桥用了三年。"),
    question: "他还设计过哪些桥？",
    holds: ["王小明还设计过哪些桥"],
  },
  { history: bridge, question: "这座桥有多长？", holds: ["东湖大桥有多长"] },
  { history: bridge, question: "谁建的？", holds: ["谁建的", "东湖大桥"] },
  { history: bridge, question: "总投资呢？", holds: ["东湖大桥的总投资是多少"] },
  { history: bridge, question: "那清溪大桥呢？", holds: ["清溪大桥什么时候通车"], lacks: ["东湖"] },
  { history: forest, question: "还有呢？", holds: ["东湖林场"] },
  { history: forest, question: "成活率是多少？", holds: ["成活率是多少", "东湖林场"] },
  {
    history: chat("哪个县办了春茶节？", "青石县2023年办了春茶节。"),
    question: "它的人口是多少？",
    holds: ["青石县的人口是多少"],
  },
  {
    history: chat("王小明是哪年出生的？", "王小明1980年出生。"),
    question: "李大海呢？",
    holds: ["李大海是哪年出生的"],
    lacks: ["王小明"],
  },
  {
    history: visitors,
    question: "What about 2023?",
    holds: ["in 2023", "Museum"],
    lacks: ["2022"],
  },
  { history: visitors, question: "And in 2021?", holds: ["in 2021", "Museum"], lacks: ["2022"] },
  {
    history: [...visitors, ...chat("What about 2023?", "15,000.")],
    question: "And the Yunxi County Museum?",
    holds: ["Yunxi County Museum", "2023"],
    lacks: ["Qingshi", "2022"],
  },
  {
    history: visitors,
    question: "Where is it?",
    holds: ["Qingshi County Museum"],
    lacks: ["2022"],
  },
  { history: visitors, question: "What else?", holds: ["Qingshi County Museum"] },
  { history: opened, question: "How long is it?", holds: ["How long is East Lake Bridge"] },
  {
    history: opened,
    question: "What is its total cost?",
    holds: ["East Lake Bridge's total cost"],
  },
  { history: opened, question: "Who built it?", holds: ["Who built East Lake Bridge"] },
  { history: opened, question: "How much did that cost?", holds: ["East Lake Bridge"] },
  {
    history: opened,
    question: "What about Clear Creek Bridge?",
    holds: ["When did Clear Creek Bridge open"],
    lacks: ["East"],
  },
  { history: designer, question: "Where was she born?", holds: ["Where was Mary Hartwell born"] },
  {
    history: designer,
    question: "What are her other bridges?",
    holds: ["Mary Hartwell's other bridges"],
  },
  { history: teachers, question: "And students?", holds: ["students", "Yunxi Primary School"] },
  {
    history: teachers,
    question: "Who is the principal?",
    holds: ["Who is the principal", "Yunxi Primary School"],
  },
];

/** Each is asked after each of some chats and must stay as it is. */
export const standalone: readonly string[] = [
  // A name that the segmenter does not know.
  "兆驰半导体2025年的产值是多少？",
  "青石县博物馆有多少件馆藏文物？",
  "云溪县2023年春茶产量是多少？",
  "东湖大桥全长多少米？",
  "谁设计了清溪大桥？",
  "李大海获得过哪些奖项？",
  "白鹭镇的养老院什么时候开门？",
  "青石河去年的水质怎么样？",
  "东湖景区现在的门票多少钱？",
  "青石县其他乡镇有几所小学？",
  "那云溪县有多少家茶厂？",
  "还有哪些工厂搬进了白鹭工业园？",
  "什么是垃圾分类？",
  "海绵城市是什么意思？",
  "周兰说她为什么当讲解员？",
  "《青石往事》讲了什么故事？",
  "“小候鸟”夏令营办了几期？",
  "青石县那座明代石塔有多高？",
  "东湖林场里面有几条防火道？",
  "白鹭县什么时候通高铁呢？",
  "农村电商培训班招收多少学员？",
  "养老金上调比例是多少？",
  "新能源公交车一天跑多少公里？",
  "青石一中和青石二中哪个学校人更多？",
  "青石县这两年新建了多少个停车场？",
  "How many exhibits does the Qingshi County Museum have?",
  "When was Clear Creek Bridge repaired?",
  "Who is the mayor of Yunxi County?",
  "Where can visitors buy tickets for East Lake Park?",
  "What did Mary Hartwell say about her first bridge?",
  "How much spring tea did Yunxi County produce in 2023?",
  "Which village has the oldest camphor tree?",
  "Is there a night bus to Bailu Town?",
  "What is a sponge city?",
  "Why did the Qingshi paper mill close last year?",
  "How many electric buses run in Bailu now?",
  "What is the latest plan for the Bailu railway station?",
  "And who leads the East Lake forest farm?",
  "Does Yunxi Primary School have its own canteen?",
  "How long does the garbage sorting pilot last?",
  "What prize did the village basketball team win in 2024?",
];

export const chats: readonly (readonly Turn[])[] = [tea, school, guide, visitors, designer];
