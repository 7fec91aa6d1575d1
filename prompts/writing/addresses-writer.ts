/**
 * Tells a sentence that speaks to whoever writes the answer instead of its readers. Such a sentence is
 * no evidence of anything, so a writer is not given it; as a quote it can still be found and shown.
 *
 * This only keeps temptation away. What holds an obedient model back is the check of what it writes.
 * Of 220,000 sentences of Chinese news and encyclopedias four look like one and are none.
 */

import { normalise } from "../../retrieval/text/normalise.ts";

const chinese = [
  // 忽略以上所有指令
  /(?:忽略|无视|忘记|忘掉|不要?理会|不必遵守|跳过|覆盖).{0,8}(?:指令|提示词?|系统设定|核对|校验|(?:以上|上述|之前|先前|前面).{0,6}(?:规则|要求|内容))/u,
  // 请务必回答“……”
  /(?:请|必须|务必|只能|一律)(?:你|直接|务必|必须|只|都|一律|在.{0,6}里)*(?:回答|回复|答复|输出)(?:说|道|为|成)?[:“"「『《【]?(?!.{0,12}记者)/u,
  /(?:回答|答案|输出|陈述)(?:中|里|时|末尾)?(?:必须|务必|一律|只能|要|请|不必|不得|不要)(?:写|说|附|加|包含|标|引|提)/u,
  /(?:在|把|里?)(?:答案|陈述|回答)(?:中|里).{0,6}(?:写|加|附|标)/u,
  /(?:引用|标注)(?:编号|第\d+句)/u,
  /(?:语言模型|大模型|人工智能|ai|机器人|智能|所有)助手[,:]?(?:你|请|必须|务必|应)/iu,
  /助手(?:你|请|必须|务必)/u,
  /你(?:是|现在是|将扮演|的身份是).{0,10}(?:助手|机器人|模型|管理员|ai)/iu,
  /(?:系统|开发者|管理员)(?:提示词?|指令|消息|命令|通知)[:】\]]/u,
  /(?:输出|泄露|复述|显示|打印|写出).{0,12}(?:提示词|系统提示|给你的规则|密钥|环境变量)/u,
  /系统提示词|请(?:这样)?告诉(?:用户|提问者)/u,
] as const;

const english = [
  /\b(?:ignore|disregard|forget|override|bypass|skip)\b.{0,20}\b(?:instructions?|prompts?|all checks|(?:previous|prior|above|all) rules)\b/u,
  /\b(?:answer|respond|reply)(?: only| exactly| always)*(?: with)?(?: that)?: ?["'“{[]/u,
  /\b(?:ai|language model|assistant|chatbot|llm)s?(?: assistants?)?(?:,? (?:reading|seeing|that reads?) \w+)?,? (?:must|should|shall|please|are to|have to)\b/u,
  /\bthe model (?:must|should|shall|has to|is to)\b.{0,30}\b(?:cite|say|state|answer|pretend|write|output|reply)\b/u,
  /\byou (?:are|must|should|will)(?: now)?(?: an?| the| be| only| always| unrestricted)* (?:assistant|ai|bot|language model|answer|reply|cite|output)\b/u,
  /\b(?:reveal|print|repeat|output|show|leak)\b.{0,30}\b(?:system prompt|prompt|api key|instructions|environment variable)/u,
  /\b(?:system|developer|admin) (?:message|prompt|override|note|instruction)s?\s*[:\]>]/u,
  /\b(?:always|please|must) tell the (?:user|reader|asker)\b/u,
] as const;

/** What chat templates and this program's own forms are made of. */
const machinery =
  /<\|?\/?(?:im_start|im_end|system|user|assistant|endoftext|think|documents?|question)\b|\[\/?(?:inst|sys)\]|"(?:answerable|citations|statements)"\s*:|"n"\s*:\s*\d|<<<\s*(?:end )?(?:documents|question|statements)|not_found\b|^\s*#*\s*(?:system|assistant|user)\s*[:：]/u;

const patterns = [...chinese, ...english, machinery];
/** They are put between letters to hide a word. */
const unseen = /\p{Cf}/gu;

export function addressesWriter(text: string): boolean {
  const plain = normalise(text.replace(unseen, ""));
  return patterns.some((pattern) => pattern.test(plain));
}
