package huoshui.interchange.form;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small forms for tests, of people who do not exist. */
final class Forms {

    private Forms() {}

    /** A form file with these elements inside {@code Person}. */
    static byte[] file(String inside) {
        return ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Person>\n" + inside + "\n</Person>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static Form form(String inside) {
        return new LrmxReader().read(file(inside));
    }

    /** A sound person with some boxes said differently. */
    static Form with(Object... boxesAndTexts) {
        var form = Form.empty(Form.Generation.BEFORE_2025)
                .with(Box.NAME, "林示例")
                .with(Box.SEX, "男")
                .with(Box.BIRTH, "198403")
                .with(Box.ETHNICITY, "汉族");
        for (int i = 0; i < boxesAndTexts.length; i += 2)
            form = form.with((Box) boxesAndTexts[i], (String) boxesAndTexts[i + 1]);
        return form;
    }

    static SheetReading reading(Object... boxesAndTexts) {
        return new SheetReader().read(with(boxesAndTexts));
    }

    static PersonSheet person(Object... boxesAndTexts) {
        return reading(boxesAndTexts).person();
    }

    static List<String> codes(SheetReading reading) {
        return reading.problems().stream().map(Problem::code).toList();
    }

    /** Nanoseconds this thread has computed, which a busy machine does not stretch. */
    static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static final String EXAMPLE = """
              <XingMing>林示例</XingMing>
              <XingBie>男</XingBie>
              <ChuShengNianYue>198403</ChuShengNianYue>
              <MinZu>汉族</MinZu>
              <JiGuan>浙江示范</JiGuan>
              <ChuShengDi>浙江示范</ChuShengDi>
              <RuDangShiJian>200506</RuDangShiJian>
              <CanJiaGongZuoShiJian>200608</CanJiaGongZuoShiJian>
              <JianKangZhuangKuang>健康</JianKangZhuangKuang>
              <ZhuanYeJiShuZhiWu>
              </ZhuanYeJiShuZhiWu>
              <ShuXiZhuanYeYouHeZhuanChang>城乡规划</ShuXiZhuanYeYouHeZhuanChang>
              <QuanRiZhiJiaoYu_XueLi>大学</QuanRiZhiJiaoYu_XueLi>
              <QuanRiZhiJiaoYu_XueWei>工学学士</QuanRiZhiJiaoYu_XueWei>
              <QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>示例大学建筑系城市规划专业</QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>
              <QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi>示例大学建筑系城市规划专业</QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi>
              <ZaiZhiJiaoYu_XueLi>省委党校研究生</ZaiZhiJiaoYu_XueLi>
              <ZaiZhiJiaoYu_XueWei/>
              <ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>省委党校经济管理专业</ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi>
              <ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi/>
              <XianRenZhiWu>示例市自然资源和规划局规划处处长</XianRenZhiWu>
              <NiRenZhiWu>示例市自然资源和规划局副局长（试用期一年）</NiRenZhiWu>
              <NiMianZhiWu>示例市自然资源和规划局规划处处长</NiMianZhiWu>
              <JianLi>2002.09--2006.08  示例大学建筑系城市规划专业学习
            2006.08--2015.03  示例市规划局科员、副主任科员（其间：2010.03--2012.03  挂职示例县示范镇镇长助理）
            2015.03--         示例市自然资源和规划局规划处处长
            （2013.09--2016.07  省委党校研究生班经济管理专业学习）</JianLi>
              <JiangChengQingKuang>无</JiangChengQingKuang>
              <NianDuKaoHeJieGuo>2024年称职，2025年优秀</NianDuKaoHeJieGuo>
              <RenMianLiYou>工作需要</RenMianLiYou>
              <JiaTingChengYuan>
                <Item>
                  <ChengWei>妻子</ChengWei>
                  <XingMing>赵示例</XingMing>
                  <ChuShengRiQi>198507</ChuShengRiQi>
                  <ZhengZhiMianMao>群众</ZhengZhiMianMao>
                  <GongZuoDanWeiJiZhiWu>示例市第一小学教师</GongZuoDanWeiJiZhiWu>
                </Item>
              </JiaTingChengYuan>
              <ChengBaoDanWei>中共示例市委组织部</ChengBaoDanWei>
              <JiSuanNianLingShiJian>202601</JiSuanNianLingShiJian>
              <TianBiaoShiJian>20260115</TianBiaoShiJian>
              <TianBiaoRen>钱示例</TianBiaoRen>
              <ShenFenZheng/>
              <ZhaoPian/>
              <Version>3.2.1.16</Version>""";
}
