/**
 * How an officer's own file names things, in place of the canonical words: Vietnamese headings, codes and classes.
 * Reading it back gives the same survey.
 */

const HEADINGS: Readonly<Record<string, string>> = {
  household_id: 'Mã hộ',
  province_code: 'Mã tỉnh',
  commune_code: 'Mã xã',
  commune: 'Xã/Phường',
  village: 'Thôn/bản',
  area: 'Khu vực',
  residence: 'Cư trú',
  head_name: 'Họ và tên chủ hộ',
  head_id_number: 'Số CCCD',
  head_sex: 'Giới tính',
  head_birth_date: 'Ngày sinh',
  ethnicity: 'Dân tộc',
  size: 'Số nhân khẩu',
  income: 'Thu nhập BQ/người/tháng',
  employment: 'Việc làm',
  dependents: 'Người phụ thuộc',
  nutrition: 'Dinh dưỡng',
  health_insurance: 'BHYT',
  adult_education: 'Trình độ giáo dục người lớn',
  child_schooling: 'Đi học trẻ em',
  housing_quality: 'Chất lượng nhà ở',
  housing_area: 'Diện tích nhà',
  water: 'Nguồn nước',
  toilet: 'Nhà tiêu',
  telecom: 'Viễn thông',
  information_means: 'Phương tiện tiếp cận thông tin',
  recorded_class: 'Kết quả rà soát',
  review_date: 'Ngày rà soát',
  outcome: 'Kết quả tiếp xúc',
  ethnic_minority: 'Hộ DTTS',
  no_labor_capacity: 'Không có khả năng lao động',
  merit_member: 'Có thành viên người có công',
  cause_land: 'Thiếu đất sản xuất',
  cause_capital: 'Thiếu vốn',
  cause_labor: 'Thiếu lao động',
  cause_tools: 'Thiếu công cụ, phương tiện sản xuất',
  cause_knowledge: 'Thiếu kiến thức về sản xuất',
  cause_skills: 'Thiếu kỹ năng lao động',
  cause_illness: 'Ốm đau, bệnh nặng, tai nạn',
  cause_other: 'Nguyên nhân khác',
};

const WORDS: Readonly<Record<string, string>> = {
  urban: 'thành thị',
  rural: 'nông thôn',
  permanent: 'thường trú',
  temporary: 'tạm trú',
  male: 'nam',
  female: 'nữ',
  poor: 'Hộ nghèo',
  near_poor: 'Hộ cận nghèo',
  non_poor: 'Hộ không nghèo',
  reviewed: 'đã rà soát',
  refused: 'từ chối',
  absent: 'vắng mặt',
};

/** The heading an officer would write for a field. */
export function officerHeading(field: string): string {
  return HEADINGS[field] ?? field;
}

/** The cell an officer would write: words, dates as day/month/year, incomes with dots. */
export function officerCell(field: string, cell: string): string {
  if (field === 'income') return cell.replace(/\B(?=(\d{3})+$)/g, '.');
  if (field.endsWith('_date')) return cell.split('-').reverse().join('/');
  return WORDS[cell] ?? cell;
}
