// The words that made-up product names are put together from, as real catalogues use them: brand, kind, generation, variant.

/** Small, fast and the same everywhere (mulberry32): numbers from 0 to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A word with its Chinese form. */
export type Word = readonly [latin: string, chinese: string];

const pairs = (text: string): Word[] =>
  text
    .trim()
    .split(/\s*,\s*/)
    .map((entry) => entry.split('=') as [string, string]);

export const brands = pairs(`
  Xiaomi=小米, Redmi=红米, POCO=波可, Mi=米家, Black Shark=黑鲨, Yeelora=易来, Robovac=石头, Amazva=华米, Zhimio=智米, Viomar=云米,
  Huanmi=环米, Ninevolt=九号, Soocar=素士, Qualitel=青萍, Dreamix=追觅, Roidmo=睿米, Deerva=德尔, Smartmi=卧安, Aqarion=绿米,
  Momenta=摩米, Haylon=嘿喽, Onemo=万魔, Kingmi=青米, Zepphire=风米, Lydsto=莱得, Cleargo=清米, Inkari=小寻, Mobvera=出门,
  Wanbox=万播, Fengmi=峰米, Xgimo=极米, Ladeno=乐得, Petkora=小佩, Furrytail=毛尾, Hotorn=小猴, Duka=杜克, Jimmix=吉米, Minivo=迷沃,
  Leravan=乐范, Morphis=墨菲`);

export const kinds = pairs(`
  Note=笔记, Band=手环, Watch=手表, Buds=耳机, Tablet=平板, TV=电视, Monitor=显示器, Scooter=滑板车, Vacuum=吸尘器, Purifier=净化器,
  Camera=摄像机, Lamp=台灯, Router=路由器, Speaker=音箱, Toothbrush=牙刷, Kettle=水壶, Cooker=电饭煲, Projector=投影仪,
  Humidifier=加湿器, Fan=风扇, Scale=体重秤, Charger=充电器, Power Bank=移动电源, Notebook=笔记本电脑, Doorbell=门铃, Door Lock=门锁,
  Printer=打印机, Thermometer=温度计, Walking Pad=走步机, Blender=搅拌机, Heater=取暖器, Dehumidifier=除湿机, Shaver=剃须刀,
  Dryer=吹风机, Soundbar=条形音箱, Stick=电视棒, Gateway=网关, Sensor=传感器, Socket=插座, Air Fryer=空气炸锅, Microwave=微波炉,
  Fridge=冰箱, Washer=洗衣机, Backpack=背包, Luggage=旅行箱, Screwdriver=螺丝刀, Keyboard=键盘, Mouse=鼠标, Glasses=眼镜, Earphones=入耳机,
  Car Charger=车载充电器, Dash Cam=行车记录仪, Bike=自行车, Feeder=喂食器, Fountain=饮水机, Massager=按摩仪`);

export const traits = pairs(`
  Smart=智能, Wireless=无线, Electric=电动, Portable=便携, Curved=曲面, Outdoor=户外, Desktop=桌面, Bluetooth=蓝牙, Rechargeable=充电,
  Gaming=游戏, Handheld=手持, Ultrasonic=超声波, Magnetic=磁吸, Ceramic=陶瓷, Compact=紧凑, Foldable=折叠`);

export const phones = pairs('=,Note=Note,K=K,Civi=Civi,Mix=MIX,X=X,F=F,M=M,C=C,A=A,Turbo=Turbo,Max=Max,Play=Play');

/** What tells siblings apart, as it is written in every language. */
export const variants = [
  'Pro',
  'Pro+',
  'Plus',
  'Ultra',
  'Lite',
  'SE',
  'NFC',
  '5G',
  'Prime',
  'Max',
  'Pro 5G',
  'Pro Max',
  'Mini',
  'Youth',
  'S',
  'T',
  'T Pro',
  'Lite 5G',
  'Pro+ 5G',
  'Active',
  'Racing',
  'Explorer',
  'i',
  'C',
  'A',
  'GT',
  'Neo',
  'Global',
  'Special Edition',
] as const; // prettier-ignore

/** Variants that no product of the catalogue has: a name with one of these is not known. */
export const unheardOf = [
  'Fold',
  'Flip',
  'Zoom',
  'Air',
  'Style',
  'Pocket',
  'Titan',
  'Vision',
  'Q',
  'Z',
  '6G',
  'Xtreme',
];

/** What people write around a name. */
export const fillers: readonly (readonly [before: string, after: string])[] = [
  ['the', 'please'],
  ['what about the', ''],
  ['price of the', ''],
  ['show me', 'specs'],
  ['', 'battery'],
  ['how much is the', ''],
  ['my', ''],
  ['is the', 'any good'],
  ['buy', 'online'],
  ['tell me about', ''],
];

/** Words of questions: every library gets this list as well. */
export const stopWords = new Set(
  `the a an of is are my me and or for to in on it any good please what about price cost specs spec show how much does have battery buy
  online tell need want info camera screen weight i`.split(/\s+/),
);

/** Words of other worlds: nothing here is called so. */
export const strangers =
  `galaxy pixel iphone thinkpad playstation kindle walkman bravia zenfone xperia nokia lumia motorola oneplus surface chromebook
  tesla corolla mustang espresso umbrella giraffe telescope concrete saxophone volcano penguin hamburger cathedral glacier`.split(
    /\s+/,
  );

const CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  c: 'к',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  j: 'ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  w: 'в',
  x: 'кс',
  y: 'й',
  z: 'з',
}; // prettier-ignore

/** As a Russian writes it by ear; what makes models differ ("k30", "9a") stays Latin. */
export const cyrillic = (word: string): string =>
  word.length < 3 || /\d/.test(word)
    ? word
    : word.toLowerCase().replace(/[a-z]/g, (letter) => CYRILLIC[letter] ?? letter);
