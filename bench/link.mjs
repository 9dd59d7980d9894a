// Two invented years of a province, linked in memory: node bench/link.mjs [households] [members per household]

import { Households } from '../dist/movement/link/households.js';
import { linkHouseholds } from '../dist/movement/link/link-households.js';

const [count = 400_000, size = 4] = process.argv.slice(2).map(Number);
const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ'];
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Hữu', 'Ngọc', 'Minh', 'Thanh', 'Quang'];
const NAMES = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Hoa', 'Hòa', 'Hùng', 'Khánh', 'Lan', 'Long', 'Mai', 'Nam'];
const pick = (list, n) => list[n % list.length];
const two = (n) => String(n).padStart(2, '0');

/** One person of many, the same whenever asked for; every third has no number. */
function person(n) {
  const x = (Math.imul(n + 1, 2654435761) >>> 0) % 1_000_003;
  const birth = `${1930 + (x % 90)}-${two(1 + (x % 12))}-${two(1 + (x % 28))}`;
  return {
    idNumber: n % 3 === 0 ? '' : `000${String(n).padStart(9, '0')}`,
    name: `${pick(FAMILIES, x >> 2)} ${pick(MIDDLES, x >> 5)} ${pick(NAMES, x >> 8)}`,
    birth: x % 10 === 0 ? birth.slice(0, 4) : birth,
    sex: x % 2 === 0 ? 'male' : 'female',
  };
}

/** In the later year one in fifty households is another, and all are numbered anew. */
function year(isLater) {
  const households = new Households();
  for (let i = 0; i < count; i++) {
    const at = isLater ? count - 1 - i : i;
    const isNew = isLater && at % 50 === 0;
    const members = Array.from({ length: size }, (_, m) => person((isNew ? at + count : at) * size + m));
    const unit = String(10000 + (at % 200));
    households.add({
      key: `${unit}/Thôn ${Math.floor(at / 200) % 12}/${isLater ? i : at}`,
      unit,
      village: `Thôn ${Math.floor(at / 200) % 12}`,
      head: size === 0 ? person(at) : members[0],
      members,
      size: size || 4,
      event: null,
      previousId: '',
    });
  }
  return households;
}

const start = performance.now();
const [before, after] = [year(false), year(true)];
const read = performance.now();
const { counts } = linkHouseholds(before, after);
const seconds = (ms) => (ms / 1000).toFixed(1);
console.log(
  JSON.stringify({
    read: seconds(read - start),
    link: seconds(performance.now() - read),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    ...counts,
  }),
);
