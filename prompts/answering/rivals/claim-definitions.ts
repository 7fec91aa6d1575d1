/** How a claim's value is defined: planned or done, of all or of those above a size, with or without. */

/** Words of one group exclude each other; a sentence without any has no such restriction. */
const groups: readonly RegExp[] = [
  /规模以上|规上|限额以上|限上/u,
  /常住|户籍|流动|外来/u,
  /同比|环比/u,
  /名义|可比价|不变价/u,
  /不含|不包括|不包含|扣除|剔除|含税|含/u,
  /占地|建筑|使用|绿化|展览|展厅|种植|水域|营业|经营|套内/u,
  /[一二三四五六七八九]期|首期/u,
  /人均|日均|月均|年均|户均|平均|单日|每年|每月|每天|每日/u,
  /累计|新增|净增/u,
  /净利|毛利|净/u,
  /城镇|农村|城市居民|农民/u,
  /小学|初中|高中/u,
  /直接|间接/u,
];
/** What was not yet so when it was said. */
const planned =
  /计划|规划|预计|预期|预估|估计|目标|力争|争取|有望|将(?!近|军|士)|拟|设计|测算|预测|可望/u;
const done = /实际|最终|实现|完成/u;

/** The defining words of a claim; a group that it does not name is absent. */
export interface Definitions {
  /** By number of the group. */
  readonly marks: ReadonlyMap<number, string>;
  /** 预计 and its like. */
  readonly planned: string | undefined;
  /** 实际 and its like. */
  readonly done: string | undefined;
}

/** @param text plain text around the value, of its clause */
export function readDefinitions(text: string): Definitions {
  const marks = groups.flatMap((group, at): [number, string][] => {
    const word = group.exec(text)?.[0];
    return word === undefined ? [] : [[at, word]];
  });
  return { marks: new Map(marks), planned: planned.exec(text)?.[0], done: done.exec(text)?.[0] };
}

/** A way in which two claims are not defined alike, in the words of each; undefined where it says none. */
export interface DefinitionDifference {
  readonly one: string | undefined;
  readonly other: string | undefined;
  /** Whether it is that one was planned and one done. */
  readonly isStage: boolean;
}

export function differingDefinitions(
  one: Definitions,
  other: Definitions,
): readonly DefinitionDifference[] {
  const numbers = new Set([...one.marks.keys(), ...other.marks.keys()]);
  const differing = [...numbers]
    .map((at) => ({ one: one.marks.get(at), other: other.marks.get(at), isStage: false }))
    .filter((marks) => marks.one !== marks.other);
  if ((one.planned === undefined) === (other.planned === undefined)) return differing;
  const stage = {
    one: one.planned ?? one.done,
    other: other.planned ?? other.done,
    isStage: true,
  };
  return [...differing, stage];
}

/** Whether the word defines a value: it then is no other matter. */
export function isDefining(word: string): boolean {
  return [...groups, planned, done].some((group) => group.test(word));
}
