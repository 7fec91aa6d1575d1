import { describe, expect, test } from "vitest";
import { numberFormat } from "../../../../corpus/formats/table/number-format.ts";

describe("numberFormat", () => {
  test.each([
    ["General", 12000, "12000"],
    ["General", 35.5, "35.5"],
    ["General", 0.30000000000000004, "0.3"],
    ["General", 1e-7, "0.0000001"],
    ["General", 1.23e20, "123000000000000000000"],
    ["General", -0, "0"],
    ['G/通用格式"人"', 12, "12人"],
    ["General;-General", -3, "-3"],
    ["0", 1234.5, "1235"],
    ["#,##0", 1234567, "1,234,567"],
    ["#,##0.00", -1234.5, "-1,234.50"],
    ["0.0%", 0.125, "12.5%"],
    ["0%", -0.07, "-7%"],
    ["0.##", 2.5, "2.5"],
    ["000000", 1234, "001234"],
    ["#,##0,", 1_234_567, "1,235"],
    ['0.00"万元"', 356.5, "356.50万元"],
    ['"约"0\\人', 12, "约12人"],
    ["[$¥-804]#,##0.00", 12, "¥12.00"],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ', -12, "-12"],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ', 0, "-"],
    ["[Red]0;(0)", -3, "(3)"],
    ["0;-0;;@", 0, ""],
    ["0.00E+00", 12000, "12000"],
    ["# ?/?", 0.5, "0.5"],
    ["@", 12, "12"],
    ["0", -0.2, "0"],
  ])("shows by %j the number %d as %j", (code, value, shown) => {
    expect(numberFormat(code, false)(value)).toBe(shown);
  });

  test.each([
    ["yyyy/m/d", 45413, "2024-05-01"],
    ['yyyy"年"m"月"d"日"', 45413, "2024-05-01"],
    ["[$-804]yyyy年m月", 45413, "2024-05"],
    ["yyyy年", 45413, "2024"],
    ["m月d日", 45413, "2024-05-01"],
    ["aaaa", 45413, "2024-05-01"],
    ["yyyy/m/d h:mm", 45413.604, "2024-05-01 14:30"],
    ["h:mm:ss", 0.5, "12:00:00"],
    ["h:mm AM/PM", 0.75, "18:00"],
    ["[h]:mm", 1.5, "36:00"],
    ["yyyy/m/d", 1, "1900-01-01"],
    ["yyyy/m/d", -5, "-5"],
    ["yyyy/m/d", 1e9, "1000000000"],
  ])("shows by %j the day %d as %j", (code, value, shown) => {
    expect(numberFormat(code, false)(value)).toBe(shown);
  });

  test("counts days from 1904 where the workbook does", () => {
    expect(numberFormat("yyyy/m/d", true)(43951)).toBe("2024-05-01");
    expect(numberFormat("yyyy/m/d", true)(0)).toBe("1904-01-01");
  });
});
