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
  waste: 'Xử lý rác thải sinh hoạt',
  digital_access: 'Sử dụng dịch vụ số, Internet',
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
  member_id: 'STT thành viên',
  name: 'Họ tên thành viên',
  id_number: 'CCCD thành viên',
  relation: 'Quan hệ với chủ hộ',
  sex: 'Giới tính',
  birth_date: 'Ngày sinh',
  insured: 'Có thẻ BHYT',
  receives_social_allowance: 'Hưởng trợ cấp xã hội',
  studying: 'Đang đi học',
  school_level: 'Cấp học đang học',
  education: 'Bằng cấp cao nhất',
  vocational_certificate: 'Chứng chỉ nghề',
  certified_in_firm_training: 'Đào tạo tại doanh nghiệp có chứng nhận',
  work: 'Tình trạng việc làm',
  able_to_work: 'Có khả năng lao động',
  wants_work: 'Có nhu cầu làm việc',
  wage_contract: 'Hợp đồng lao động',
  stunted: 'Suy dinh dưỡng chiều cao',
  underweight: 'Suy dinh dưỡng cân nặng',
  uses_internet: 'Dùng internet',
  floor_area: 'Diện tích nhà ở (m2)',
  wall: 'Tường',
  pillar: 'Cột',
  roof: 'Mái',
  water_source: 'Nguồn nước chính',
  toilet_type: 'Loại nhà tiêu',
  information_devices: 'Thiết bị thông tin',
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
  head: 'chủ hộ',
  spouse: 'vợ/chồng',
  child: 'con',
  grandchild: 'cháu',
  sibling: 'anh chị em',
  parent: 'bố/mẹ',
  preschool: 'mầm non',
  primary: 'tiểu học',
  lower_secondary: 'THCS',
  upper_secondary: 'THPT',
  vocational: 'trung cấp',
  college: 'cao đẳng',
  university: 'đại học',
  wage: 'làm công ăn lương',
  own: 'tự làm',
  durable: 'kiên cố',
  non_durable: 'đơn sơ',
  tap: 'nước máy',
  drilled_well: 'giếng khoan',
  protected_dug_well: 'giếng đào được bảo vệ',
  protected_spring: 'khe mó được bảo vệ',
  rain: 'nước mưa',
  bottled: 'nước đóng chai',
  other_unclean: 'nguồn khác',
  septic: 'tự hoại',
  semi_septic: 'bán tự hoại',
  pour_flush: 'thấm dội nước',
  ventilated_improved: 'cải tiến có ống thông hơi',
  pit_with_seat: 'hố xí đào có bệ ngồi',
  two_vault: 'hai ngăn',
  other_unhygienic: 'loại khác',
  none: 'không có',
  tv: 'ti vi',
  radio: 'đài',
  desktop: 'máy tính để bàn',
  telephone: 'điện thoại',
  laptop: 'máy tính xách tay',
  tablet: 'máy tính bảng',
  smartphone: 'điện thoại thông minh',
};

/** Fields for whose nothing an officer has a word of its own. */
const NONE: Readonly<Record<string, string>> = { school_level: 'không đi học', work: 'không có việc' };

/** The heading an officer would write for a field. */
export function officerHeading(field: string): string {
  return HEADINGS[field] ?? field;
}

/** The cell an officer would write: words, dates as day/month/year, incomes with dots, several things one by one. */
export function officerCell(field: string, cell: string): string {
  if (field === 'income') return cell.replace(/\B(?=(\d{3})+$)/g, '.');
  if (field.endsWith('_date')) return cell.split('-').reverse().join('/');
  if (cell === 'none') return NONE[field] ?? WORDS.none ?? cell;
  if (cell.includes(';'))
    return cell
      .split(';')
      .map((part) => WORDS[part] ?? part)
      .join('; ');
  return WORDS[cell] ?? cell;
}
