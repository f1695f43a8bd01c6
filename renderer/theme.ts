/** The antd theme, from the same values as ui/tokens.css; a test holds the two together. */
import type { ThemeConfig } from 'antd';
import type { TextSize } from './stores/layout.ts';

const BASE = {
  colorPrimary: '#17607a',
  colorInfo: '#17607a',
  colorLink: '#17607a',
  colorSuccess: '#1b6e33',
  colorWarning: '#9a6200',
  colorError: '#b92020',
  colorText: '#1b2730',
  colorTextSecondary: '#4a5a66',
  colorTextTertiary: '#62707b',
  colorTextPlaceholder: '#62707b',
  colorBgLayout: '#f1f3f5',
  colorBgContainer: '#ffffff',
  colorBorder: '#7f8f98',
  colorBorderSecondary: '#d3dade',
  colorSplit: '#d3dade',
  borderRadius: 3,
  borderRadiusLG: 5,
  borderRadiusSM: 2,
  lineWidthFocus: 2,
  lineHeight: 1.45,
  motion: false,
  controlOutlineWidth: 3,
  sizeStep: 4,
  sizeUnit: 4,
  fontFamily: '"Microsoft YaHei","Noto Sans CJK SC","PingFang SC","Source Han Sans SC",sans-serif',
};
const SIZES: Readonly<Record<TextSize, NonNullable<ThemeConfig['token']>>> = {
  standard: {
    fontSize: 14,
    fontSizeSM: 12.5,
    fontSizeLG: 16,
    fontSizeHeading4: 20,
    controlHeight: 30,
    controlHeightSM: 25,
    controlHeightLG: 38,
  },
  large: {
    fontSize: 16,
    fontSizeSM: 14.5,
    fontSizeLG: 18,
    fontSizeHeading4: 22,
    controlHeight: 34,
    controlHeightSM: 29,
    controlHeightLG: 42,
  },
  xlarge: {
    fontSize: 19,
    fontSizeSM: 17,
    fontSizeLG: 21,
    fontSizeHeading4: 25,
    controlHeight: 40,
    controlHeightSM: 35,
    controlHeightLG: 48,
  },
};
const HIGH = {
  colorSuccess: '#004d17',
  colorWarning: '#5c3a00',
  colorError: '#8f0000',
  colorPrimary: '#0a4258',
  colorInfo: '#0a4258',
  colorLink: '#0a4258',
  colorText: '#000000',
  colorTextSecondary: '#1d1d1d',
  colorTextTertiary: '#333333',
  colorBgLayout: '#ffffff',
  colorBorder: '#2f3a40',
  colorBorderSecondary: '#7f8a90',
};

export function themeFor(text: TextSize, highContrast: boolean): ThemeConfig {
  return {
    token: { ...BASE, ...SIZES[text], ...(highContrast ? HIGH : {}) },
    components: {
      Table: {
        headerBg: '#e9eef2',
        headerColor: '#1b2730',
        headerSplitColor: '#d3dade',
        borderColor: '#d3dade',
        rowHoverBg: '#eaf2f5',
        rowSelectedBg: '#dcecf1',
        rowSelectedHoverBg: '#d2e6ed',
        footerBg: '#e3eae4',
        cellPaddingInlineSM: 7,
        headerBorderRadius: 0,
      },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 400,
      },
      Segmented: {
        itemSelectedBg: highContrast ? HIGH.colorPrimary : BASE.colorPrimary,
        itemSelectedColor: '#ffffff',
        trackBg: '#ffffff',
      },
    },
  };
}
