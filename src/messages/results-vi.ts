import { wordFor } from './domain-words.ts';
import type { FindingWords, Told } from './finding-words.ts';

/** Lời của các phát hiện khi đọc lại kết quả và tổng hợp. */
export const resultsVi = {
  E801: (f) => [
    `"${f.saw}" không phải là kết quả xếp loại.`,
    `Ghi một trong: ${f.expected}; hoặc chạy lại review classify.`,
  ],
  E802: (f) => [
    `Dòng này xếp loại theo bộ tiêu chí "${f.saw}", các dòng khác theo "${f.expected}".`,
    'Tách thành các tệp theo từng bộ tiêu chí, hoặc chạy lại review classify.',
  ],
  W803: (f) => [
    `Tệp có ${f.text('rows')} hộ; khi ghi ra có ${f.text('written')} hộ: đã thêm hoặc bớt dòng.`,
    'Kiểm tra lại tệp, hoặc chạy lại review classify.',
  ],
  W804: (f) => [
    f.text('kind') === 'damaged'
      ? 'Tệp manifest bên cạnh bị hỏng: không biết ngày, trạng thái và phạm vi của kết quả.'
      : 'Không có tệp manifest bên cạnh: không biết ngày, trạng thái và phạm vi của kết quả.',
    'Để tệp .manifest.json cạnh kết quả; hoặc nêu --year, --coverage.',
  ],
  W805: (f) => [
    f.text('kind') === 'changed'
      ? `Bộ tiêu chí "${f.saw}" đã thay đổi từ khi ghi kết quả này: tên chỉ số và trọng số của nó không được dùng.`
      : `Không có bộ tiêu chí "${f.saw}" của kết quả: không biết tên chỉ số và trọng số.`,
    'Nêu tệp tiêu chí đã dùng bằng -c.',
  ],
  E806: (f) => [
    `Cần một kết quả, nhưng ở đây có ${f.count('reviews')}: ${f.list('reviews')}.`,
    'Nêu từng kết quả riêng; các phần của một kết quả phải cùng bộ tiêu chí, ngày và trạng thái.',
  ],
  W811: (f) => [
    `${unitOf(f)}: ${f.text('households')} hộ rà soát nhưng chỉ có ${f.text('residents')} hộ dân cư.`,
    'Sửa tổng số hộ trong tệp dân cư; tỷ lệ vượt 100 % để trống.',
  ],
  W812: (f) => [
    `${unitOf(f)}: tổng số hộ dân cư là 0 trong khi có ${f.text('households')} hộ rà soát; tỷ lệ để trống.`,
    'Ghi tổng số hộ của đơn vị, hoặc để trống nếu chưa có.',
  ],
  W813: (f) => [
    f.text('level') === 'total'
      ? 'Không có tổng số hộ dân cư của toàn bộ; tỷ lệ chung để trống.'
      : `Không có tổng số hộ dân cư của: ${f
          .items('units')
          .map((unit) => wordFor(unit, AREAS))
          .slice(0, MOST_NAMED)
          .join(', ')}${f.count('units') > MOST_NAMED ? `, … (${f.count('units')} đơn vị)` : ''}; tỷ lệ để trống.`,
    'Thêm các dòng này vào tệp --population.',
  ],
  W814: (f) => [
    `Đơn vị "${f.saw}" có trong tệp dân cư nhưng không có hộ nào trong kết quả: chưa báo cáo, không phải 0.`,
    'Thêm kết quả của đơn vị này; nếu thật sự không có hộ nào thì ghi rõ.',
  ],
  E815: (f) => [
    `"${f.saw}" ghi hai lần trong tệp dân cư (lần trước ở dòng ${f.text('before')}).`,
    'Giữ một dòng cho mỗi đơn vị và khu vực.',
  ],
  E816: (f) => [`Tệp dân cư có số của nhiều năm: ${f.expected}.`, 'Nêu năm bằng --year.'],
  E818: (f) => [
    `"${f.saw}" không phải là ngày.`,
    'Ghi ngày (31/12/2024 hoặc 2024-12-31) hay chỉ ghi năm; để trống nếu dùng cho mọi năm.',
  ],
  W817: (f) => [
    `Kết quả được nói là gồm mọi hộ dân cư, nhưng có ${f.text('rejected')} dòng đã để riêng khi xếp loại: mẫu số của tỷ lệ thiếu.`,
    'Sửa các dòng đó rồi xếp loại lại, hoặc dùng --population.',
  ],
} satisfies Partial<FindingWords>;

/** The unit a finding is about. */
function unitOf(f: Told): string {
  return f.text('level') === 'total' ? 'Tổng cộng' : wordFor(f.text('unit'), AREAS);
}

const AREAS = { urban: 'Thành thị', rural: 'Nông thôn' };

/** Units named in one finding. */
const MOST_NAMED = 5;
