/// Part 2 of the tz database, version 2025b (public domain), from 1970 on; written by `Scripts/zones.py`.
///
/// A record is: names; offset at the start of 1970; offsets; changes; rule of later years. A change is the time
/// since the one before, in quarters of an hour (after `~`: seconds) to base 36, and the letter of its offset.
enum ZoneTableContinued {
    static let text = #"""
        Antarctica/Rothera;0;-10800;5740A;<-03>3|Antarctica/Syowa Asia/Aden Asia/Kuwait Asia/Riyadh Etc/GMT-3;10800;;;\#
        <+03>-3|Antarctica/Troll;0;7200;qh9gA;<+00>0<+02>-2,M3.5.0/1,M10.5.0/3|Antarctica/Vostok;25200;0,25200,18000;i\#
        3lwAk8sBlw24C;<+05>-5|Arctic/Longyearbyen Atlantic/Jan_Mayen Europe/Berlin Europe/Copenhagen Europe/Oslo Europ\#
        e/Stockholm;3600;7200,3600;7pmsAcyoBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdh\#
        cAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10.5.0/3|Asia/Almaty;21600;25200,21600,18\#
        000;8ga0AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBd\#
        hcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBej14C;<+05>-5|Asia/Amma\#
        n;7200;10800,7200;2kqgA8nwBfpgAbbwBfpgAbbwBfs4AdmkBdesAbbwBfmsAbbwB4vxgAdjwBdpgAdh8BdhgAdh8BdhgAdzwBfs4Ab6kBf1\#
        gAbx8BedgAc2kBeisAcykBdhgAdh8BdhgAcfwBf1gAbxcBf1cAcg0BeioAcg0BeioAcg0Bl6oA6aoBdxcAdk0BdeoAdk0BdhcAdhcBdhcAfk0B\#
        beoAf1cBcg0AdhcBdhcAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoA1anwB79gAg2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAf\#
        k0BbeoAfk0BbeoAg2oBaw0Ag2oB8tcA;<+03>-3|Asia/Anadyr;46800;50400,46800,43200,39600;8g98AdjwBr1gCdhgBdjwCdk4Bdhk\#
        CdhcBdhcCdhcBdhcCdhcBdhcCdhcBdhcCdhcBdhcCdhcBe00CqysD8aoC56kBdhcCdhcBdhcCdhcBdhcCdhcBdhcCe00Bfk0CbeoBfk0CbeoBf\#
        k0CbeoBg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CrhgDaw0C;<+12>-12|A\#
        sia/Aqtau;18000;21600,18000,14400;8tu4Ar18BdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00Bqys\#
        C8aoB56kAdhcBdhcAdhcBdhcAdhcCdhgBdhcCe00Bfk0CbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoB;<+05\#
        >-5|Asia/Aqtobe;18000;21600,18000,14400;8ga4A14l8BdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcA\#
        e00BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0Bbe\#
        oAg2oB;<+05>-5|Asia/Ashgabat Asia/Ashkhabad;18000;21600,18000,14400;8ga4AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBd\#
        hcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB;<+05>-5|Asia/Atyrau;18000;21600,18000,14400;8tu4Ar18BdhgAdjwBd\#
        k4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0\#
        BbeoAfk0BrhgCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoB;<+05>-5|Asia/Baghdad;10800;14400,10800;99joAbbwBdesAdmkBdk4A\#
        djwBdhgAdesBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00Bdk8Adk0Bdk0Adk0BdhcAdk0BdhcAdk0BdhcAdk0Bdk0Adk0BdhcAdk0Bdh\#
        cAdk0BdhcAdk0Bdk0Adk0BdhcAdk0BdhcAdk0BdhcAdk0Bdk0Adk0BdhcAdk0BdhcAdk0BdhcAdk0B;<+03>-3|Asia/Bahrain Asia/Qatar\#
        ;14400;10800;1tbkA;<+03>-3|Asia/Baku;14400;18000,14400,10800;8ga8AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcB\#
        dhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysCdhcB30dkAfk0BbekAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg\#
        2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAfk0B;<+04>-4|Asia/Bangk\#
        ok Asia/Phnom_Penh Asia/Vientiane Etc/GMT-7 Indian/Christmas;25200;;;<+07>-7|Asia/Barnaul;25200;28800,25200,21\#
        600;8g9wAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBd\#
        hcAdhcBdhcA4noB8tsCe00Bfk0CbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCaw0\#
        Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0B2oykC12dgB;<+07>-7|Asia/Beirut;7200;10800,7200;1uvsA7h8BfpgAbbwBfpgAbbwBfpgAb\#
        bwBfs4AbbwBfpgAbbwBfmsAbbwB4744AcfwBelgAcfwBelgAcfwBelgAcfwBgysAa58Bf9gAbrwBelgAcfwBelgAcfwBeo4AbjwBcysAdh8Bdh\#
        gAdh8BdhgAdh8Be04Adh8BdhgAdh8BdhgAdh8BdhgA;EET-2EEST,M3.5.0/0,M10.5.0/0|Asia/Bishkek;21600;25200,21600,18000;8\#
        ga0AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BotcCgnwBcfwCeisBcfwCeisBcfwCei\#
        sBcfwCeisBcykCdhqBfjwCbesBfjwCbesBg2kCaw4Bg2kCaw4Bg2kCbesBfjwCbesBfjwCbesBg2kCaw4B;<+06>-6|Asia/Brunei Asia/Ku\#
        ching Etc/GMT-8;28800;;;<+08>-8|Asia/Calcutta Asia/Kolkata;19800;;;IST-5:30|Asia/Chita;32400;36000,32400,28800\#
        ;8g9oAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBdhcA\#
        dhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbe\#
        oAfk0BbeoAfk0BbeoAg2oBaw0A2oykC12dkB;<+09>-9|Asia/Choibalsan Asia/Ulaanbaatar Asia/Ulan_Bator;25200;28800,3240\#
        0;60f8A3xx8BdjwAdk4Bdh8AdhgBdh8AdhgBdh8AdhgBdh8AdhgBdh8AdhgBdh8AdhgBdzwAdhgBdh8AdhgBdh8AdhgBdh8AdhgBdh8AdhgBdh\#
        8Ae04Bdh8AdhgBdh8AdhgBdh8A1xxoBbekAdhgBdh8AdhgBdh8AdhgBdh8AdhgBdh8AdhgBdzwA6dpgBdh0AdhoBdh0A;<+08>-8|Asia/Chon\#
        gqing Asia/Chungking Asia/Harbin Asia/Shanghai PRC;28800;32400,28800;c9zcA9ukBfk4AbekBg2sAavwBg2sAbekBfk4AbekB\#
        fk4AbekB;CST-8|Asia/Colombo;19800;23400,21600,19800;ju4qAbemB745eC;<+0530>-5:30|Asia/Dacca Asia/Dhaka;21600;25\#
        200,21600;tnr8Aeg0B;<+06>-6|Asia/Damascus;7200;10800,7200;8w0AbbwBfpgAbbwBfs4AbbwBfpgAbbwBfpgAbbwBfpgAbbwBfs4A\#
        bbwBfpgA93wBhxgA93wB3gisAcykBe5gAcykB119gAhekBalgAi2kBa2sAh18Bb6sAdmkBdhgAdh8BdjwAdjwBe2sAd18Bd1gAdjwBdxgAdjwB\#
        dhgAdjwBdk4AdjwBdesAdmkBdc4Adp8BdhgAdjwBdk4AdjwBdhgAdjwBdhgAdjwBdhgAdjwBdk4AdjwBdhgAdjwBdhgAcvwBe04Ag2kBbesAfm\#
        kBatgAg2kBbesAfjwBbesAfjwBbesAfjwBbesAfjwBbesAg2kBaw4Ag2kBaw4Ag2kBbesAfjwBbesAfjwBbesAfjwBbesAg2kBaw4Ag2kBaw4A\#
        ;<+03>-3|Asia/Dili;32400;28800,32400;4rdoAibhgB;<+09>-9|Asia/Dubai Asia/Muscat Etc/GMT-4 Indian/Mahe Indian/Re\#
        union;14400;;;<+04>-4|Asia/Dushanbe;21600;25200,21600,18000;8ga0AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBd\#
        hcAdhcBdhcAdhcBdhcAdhcBdhcAe00BphgC;<+05>-5|Asia/Famagusta;7200;10800,7200;3yt4Adh8Bg04Ab18Bcw4AcykBe04AdjwBde\#
        sAdh8Be04AcykBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBdhgAdh8BdhgAdh8B\#
        dhgAdh8BdhgAdh8BdhgAdh8Be04Adh8BdhgAdh8BdhgAfkcBbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2\#
        oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAfk0BbeoA171cB;EET-2EEST,M3.5.0/3,M10.5.0\#
        /4|Asia/Gaza;7200;10800,7200;3e2gA798Be04A9ukB3p9gA340B2qioA8aoBh40Aad8Bj6sA8akBgasAb6kBfk4AavwBhmsA9bwBf1gAbe\#
        kBfk4Abx8Bfk4Abx8BfesAbjwBfesAb18BfxgAbjwBfxgAcg0BeioAcg0BeioAcg0Bfk0Adh8Be04Adh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgA\#
        cg0BeioAcqsBd98AcvwBe5gAc84Bel8AbekBfk4AbxcB~ahs1oA~71micB~bzk5oA~69uicBhxgAcyoBe00Adh8BdhgAfjwBbhgAfhcBbhgAg2\#
        kBaw4Ag2kBaw4Ag2kBbc0AfmkBbesAfk0BbeoAg00Bb1cAg04BdhgAdh8BcysAdzwBcg4AeikBbesAfjwBbesAg2kBaw4Ag2kBaw4Ag2kBbesA\#
        fjwBbesAfjwBbesAg2kBaw4Ag2kBaw4Ag2kBaw4Ag2kBbesAf18BbxgAeikBcg4Adh8BdhgAcykBe04Abx8B3msAikBbesAavwB344A1jwBbes\#
        Aad8B344A22kBbesA9bwB3msA2l8BbesA8t8B344A458Baw4A8akB344A4nwBaw4A798B3msA56kBbesA67wB344A67wBbesA56kB3msA6qkBb\#
        esA4nwB344A8akBaw4A458B344A8t8Baw4A33wB3msA9bwBbesA22kB344Aad8BbesA118B3msAavwBbesAikB3msAbekBeisAcykBdhgAdh8B\#
        cg4AeikBbxgAf18BbesAfjwBbesAg2kBaw4Ag2kBaw4Ag2kBaw4Ag2kBbesAfjwBbesAfjwBbesAg2kBaw4Ag2kBaw4AfjwBbxgAeikBcg4Adz\#
        wBcysAcykBe04AcfwB344AikBaw4Abx8B344A118Baw4AavwB3msA1jwBbesA9ukB344A2l8BbesA8t8B3msA33wBbesA8akB3msA458Baw4A7\#
        rwB344A56kBaw4A6qkB3msA5p8BbesA5p8B344A6qkBbesA56kB344A798BbesA458B3msA7rwBbesA3mkB344A9bwBaw4A2l8B3msA9ukBaw4\#
        A22kB3msAad8BbesA118B344AbekB;EET-2EEST,M3.4.4/50,M10.4.4/50|Asia/Hebron;7200;10800,7200;3e2gA798Be04A9ukB3p9g\#
        A340B2qioA8aoBh40Aad8Bj6sA8akBgasAb6kBfk4AavwBhmsA9bwBf1gAbekBfk4Abx8Bfk4Abx8BfesAbjwBfesAb18BfxgAbjwBfxgAcg0B\#
        eioAcg0BeioAcg0Bfk0Adh8Be04Adh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAcg0BeioAcqsBd98AcvwBe5gAc84Bel8AbmkBfc4AbxcBf1cAa7\#
        wB~bzk5oA~69uicB25gA2akBdhgAcyoBe00Adh8BdhgAfjwBbhgAfhcBbhgAg2kBaw4Ag2kBaw4Ag2kBbc0AfmkBbesAfk0BbeoAg00Bb1cAg0\#
        4BdhgAdh8BcysAdzwBcg4AeikBbesAfjwBbesAg2kBaw4Ag2kBaw4Ag2kBbesAfjwBbesAfjwBbesAg2kBaw4Ag2kBaw4Ag2kBaw4Ag2kBbesA\#
        f18BbxgAeikBcg4Adh8BdhgAcykBe04Abx8B3msAikBbesAavwB344A1jwBbesAad8B344A22kBbesA9bwB3msA2l8BbesA8t8B344A458Baw4\#
        A8akB344A4nwBaw4A798B3msA56kBbesA67wB344A67wBbesA56kB3msA6qkBbesA4nwB344A8akBaw4A458B344A8t8Baw4A33wB3msA9bwBb\#
        esA22kB344Aad8BbesA118B3msAavwBbesAikB3msAbekBeisAcykBdhgAdh8Bcg4AeikBbxgAf18BbesAfjwBbesAg2kBaw4Ag2kBaw4Ag2kB\#
        aw4Ag2kBbesAfjwBbesAfjwBbesAg2kBaw4Ag2kBaw4AfjwBbxgAeikBcg4AdzwBcysAcykBe04AcfwB344AikBaw4Abx8B344A118Baw4Aavw\#
        B3msA1jwBbesA9ukB344A2l8BbesA8t8B3msA33wBbesA8akB3msA458Baw4A7rwB344A56kBaw4A6qkB3msA5p8BbesA5p8B344A6qkBbesA5\#
        6kB344A798BbesA458B3msA7rwBbesA3mkB344A9bwBaw4A2l8B3msA9ukBaw4A22kB3msAad8BbesA118B344AbekB;EET-2EEST,M3.4.4/5\#
        0,M10.4.4/50|Asia/Ho_Chi_Minh Asia/Saigon;28800;25200;43b4A;<+07>-7|Asia/Hong_Kong Hongkong;28800;32400,28800;\#
        7ziAdh8BdhgAdh8BdhgAdzwBdhgAdh8B56sAlrwBdhgAdh8BdhgAdh8B1xhgAbx8B;HKT-8|Asia/Hovd;21600;25200,28800;60fcA3xx8B\#
        djwAdk4Bdh8AdhgBdh8AdhgBdh8AdhgBdh8AdhgBdh8AdhgBdh8AdhgBdzwAdhgBdh8AdhgBdh8AdhgBdh8AdhgBdh8AdhgBdh8Ae04Bdh8Adh\#
        gBdh8AdhgBdh8A1xxoBbekAdhgBdh8AdhgBdh8AdhgBdh8AdhgBdh8AdhgBdzwA6dpgBdh0AdhoBdh0A;<+07>-7|Asia/Irkutsk;28800;32\#
        400,28800,25200;8g9sAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAd\#
        hcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0\#
        Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0A2oykB;<+08>-8|Asia/Istanbul Europe/Istanbul Turkey;7200;10800,7200,14\#
        400;2kikAbeoBaw4Ag2kBaasAgnwBadgAgl8BbesAeikBcg4A4058C4nwAtc4BclcAbxcBdk0AdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00B\#
        dhcAdhcBdhcAdhcBdhcAdhcBcyoAe00BdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2\#
        oBaw0Ag2oBaw0Ag2oBaw8Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBayoAg00Baw0Ag2oBbeoAfk0BbhcAfhcBbeoAglcBadcA;<+03>-3|Asia/Ja\#
        karta;25200;;;WIB-7|Asia/Jayapura;32400;;;WIT-9|Asia/Jerusalem Asia/Tel_Aviv Israel;7200;10800,7200;3e2gA798Be\#
        04A9ukB3p9gA340B2qioA8aoBh40Aad8Bj6sA8akBgasAb6kBfk4AavwBhmsA9bwBf1gAbekBfk4Abx8Bfk4Abx8BfesAbjwBfesAb18BfxgAb\#
        jwBedgAdp8Bds4Ad3wBdusAcl8Bff0AbekBglgAcygBdpgAcfwBds4Ae7wBcqsAdzwBdusAcfwBe5kAe58BctgAdmkBdc4Acl8BedgAe58Bctg\#
        AdmkBdc4Acl8Bew4AdmkBdc4Ad3wBdusA;IST-2IDT,M3.4.4/26,M10.5.0|Asia/Kabul;16200;;;<+0430>-4:30|Asia/Kamchatka;43\#
        200;46800,43200,39600;8g9cAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8ao\#
        B56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag\#
        2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BrhgCaw0B;<+12>-12|Asia/Karachi;18000;21600,18000;o8vgAdh8B48ysAbbwBc84Aet8B\#
        ;PKT-5|Asia/Kashgar Asia/Urumqi Etc/GMT-6;21600;;;<+06>-6|Asia/Kathmandu Asia/Katmandu;19800;20700;c0veA;<+054\#
        5>-5:45|Asia/Khandyga;32400;36000,32400,28800,39600;8g9oAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBd\#
        hcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2o\#
        BbeoAfk0BbeoAfk0B4ygA6g4Dg2oAaw0Dg2oAaw0Dg2oAaw0Dg2oAbeoDfk0AbeoDfk0AbeoDg2oAaw0Dcl0A2cdoB;<+09>-9|Asia/Krasno\#
        yarsk;25200;28800,25200,21600;8g9wAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00\#
        BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg\#
        2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0A2oykB;<+07>-7|Asia/Kuala_Lumpur Asia/Singapore Singapor\#
        e;27000;28800;90n4A;<+08>-8|Asia/Macao Asia/Macau;28800;32400,28800;7ziAdh8BdhgAdh8BdhgAdzwBdhgAdh8B56sAlrwBdh\#
        gAdh8BdhgAdh8B1xhgAbx8B;CST-8|Asia/Magadan;39600;43200,39600,36000;8g9gAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdh\#
        cAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oB\#
        aw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0A2oykC14g8B;<+11>-1\#
        1|Asia/Makassar Asia/Ujung_Pandang;28800;;;WITA-8|Asia/Manila;28800;32400,28800;5fr4Ad6kB9iisA53wB;PST-8|Asia/\#
        Nicosia Europe/Nicosia;7200;10800,7200;3yt4Adh8Bg04Ab18Bcw4AcykBe04AdjwBdesAdh8Be04AcykBdhgAdh8BdhgAdh8BdhgAdh\#
        8BdhgAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8Be04Adh8BdhgA\#
        dh8BdhgAfkcB;EET-2EEST,M3.5.0/3,M10.5.0/4|Asia/Novokuznetsk;25200;28800,25200,21600;8g9wAdjwBdhgAdjwBdhgAdjwBd\#
        k4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0\#
        BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BrhgCaw0B;<+07\#
        >-7|Asia/Novosibirsk;25200;28800,25200,21600;8g9wAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcB\#
        dhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcA450B9cgCdhcBdhcCdhcBdhcCe00Bfk0CbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCbe\#
        oBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0B2oykC1b6sB;<+07>-7|Asia/Omsk;21600;2\#
        5200,21600,18000;8ga0AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kA\#
        dhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw\#
        0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0A2oykB;<+06>-6|Asia/Oral;18000;21600,18000,14400;8ga4A14l8BdhgAdjwBdk\#
        4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBqysCdhcBe00CdhcBdhcC8aoBio0CdhcBdhcCdhcBdhcCdhcBdhcCe00Bfk0CbeoBfk0CbeoB\#
        fk0CbeoBg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoB;<+05>-5|Asia/Pontianak;28800;25200;dixsA;WIB-7|Asia/Pyongyang\#
        ;32400;30600,32400;ya70A21moB;KST-9|Asia/Qostanay;18000;21600,18000,14400;8ga4A14l8BdhgAdjwBdk4AdhkBdhcAdhcBdh\#
        cAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oB\#
        aw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAez3oB;<+05>-5|Asia/Qyzylorda;18000;21600,18000;8ga4A14l8BdhgAdjwBdk4AdhkBd\#
        hcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00Bz9cAio0BdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2o\#
        Baw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAb2l0B;<+05>-5|Asia/Rangoon Asia/Yangon Indian/Cocos;23400;;;<+0630>-6:30|\#
        Asia/Sakhalin;39600;43200,39600,36000;8g9gAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhc\#
        BdhcAe00BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BqysCbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0Cb\#
        eoBg2oCaw0Bg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0B2oykC12dgB;<+11>-11|Asia/Samarkand;18000;21600,1800\#
        0;8ga4A14l8BdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcB;<+05>-5|Asia/Seoul ROK;32\#
        400;36000,32400;d1gkAbeoBfk0AbeoB;KST-9|Asia/Srednekolymsk;39600;43200,39600,36000;8g9gAdjwBdhgAdjwBdhgAdjwBdk\#
        4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0B\#
        beoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0A2o\#
        ykB;<+11>-11|Asia/Taipei ROC;28800;32400,28800;36v4AdjwBdhgAdjwB2tesA6t8B;CST-8|Asia/Tashkent;21600;25200,2160\#
        0,18000;8ga0AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC;<+05>-5|Asia/Tbi\#
        lisi;14400;18000,14400,10800;8ga8AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00B\#
        qysCdh4Bdh8CdhgBdh8CdhgBqykAdh8Be04A16ikBbesAfjwBbesAg2kBaw4Ag2kBaw4Ag2kBbesAfjwBbesAfjwBbesA6qkB9cgCaw0B;<+04\#
        >-4|Asia/Tehran Iran;12600;16200,14400,18000,12600;5fbiAfs0BbheC9uoB79cDeleA8ikDdmsAdrwD7yysAaikDdhgAdmkDdesAd\#
        mkDdesAdmkDdesAdmkDdesAdmkDdhgAdmkDdesAdmkDdesAdmkDdesAdmkDdhgAdmkDdesAdmkDdesAdmkDdesAdmkDdhgAdmkD1vhgAdmkDdh\#
        gAdmkDdesAdmkDdesAdmkDdesAdmkDdhgAdmkDdesAdmkDdesAdmkDdesAdmkDdhgAdmkDdesAdmkDdesAdmkDdesAdmkDdhgAdmkDdesAdmkD\#
        ;<+0330>-3:30|Asia/Thimbu Asia/Thimphu;19800;21600;dc4qA;<+06>-6|Asia/Tokyo Japan;32400;;;JST-9|Asia/Tomsk;252\#
        00;28800,25200,21600;8g9wAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB\#
        56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoA2aoBd9gCbeoBfk0CbeoBg2oCaw\#
        0Bg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0B2oykC171gB;<+07>-7|Asia/Ust-Nera;32400;43200,39600,36000;8g9\#
        oAdjoBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcB\#
        dhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbeoAfk\#
        0BbeoAfk0BbeoAg2oBaw0Acl0B2cdoC;<+10>-10|Asia/Vladivostok;36000;39600,36000,32400;8g9kAdjwBdhgAdjwBdhgAdjwBdk4\#
        AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0Bb\#
        eoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0A2oy\#
        kB;<+10>-10|Asia/Yakutsk;32400;36000,32400,28800;8g9oAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcA\#
        dhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbe\#
        oAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0A2oykB;<+09>-9|Asia/Yekaterinburg;180\#
        00;21600,18000,14400;8ga4AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB\#
        56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2\#
        oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0A2oykB;<+05>-5|Asia/Yerevan;14400;18000,14400,10800;8ga8AdjwBdhgA\#
        djwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysCdhcBdhcCdhcBdhcCdhcBdhcCdhcB1ifwAfk0Bb\#
        eoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2o\#
        B;<+04>-4|Atlantic/Azores;-3600;0,-3600,3600;971gAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcB\#
        dhcAe00BdhcAdhcBdhcAdhcB6qsA6qkC600A7hcBdhcAdhcBdhcAdhcBe00A;<-01>1<+00>,M3.5.0/0,M10.5.0/1|Atlantic/Bermuda;-\#
        14400;-10800,-14400;38woAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8Bd\#
        hgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18\#
        BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;AST4ADT,M3.2.0,M11.1.0|Atlantic/Canary;0\#
        ;3600,0;7pmoAcysBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAd\#
        hcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;WET0WEST,M3.5.0/1,M10.5.0|Atlantic/Cape_Verde;-7200;-3600;4fkgA;<-01>1|Atlanti\#
        c/Faeroe Atlantic/Faroe;0;3600,0;8g2sAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcA\#
        e00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;WET0WEST,M3.5.0/1,M10.5.0|Atlantic/Madeira;0;3600,0;97k0AcyoB\#
        dhcAdhcBdhcAe00BdhcAdhcBdhcAdhgBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;W\#
        ET0WEST,M3.5.0/1,M10.5.0|Atlantic/South_Georgia Etc/GMT+2;-7200;;;<-02>2|Atlantic/Stanley;-14400;-10800,-7200,\#
        -14400;a0lsAavwBg2kAadgBgl8Aqg4Caw4Ag2kCaw4Ag2kCaw4Ag2kCaw4Agl8CadgAgl8Caw4Ag2kCaw4Ag2kCaw4Ag2kCaw4Ag2kCaw4Agl\#
        8Caw4Ag2kCaw4Ag2kCaw4Ag2kCaw4Ag2kCaw4Ag2sCadgAh3wC9usAh3wCadgAgl8CadgAgl8CadgAgl8CadgAgl8CadgAh3wCadgAgl8CadgA\#
        gl8CadgA;<-03>3|Australia/ACT Australia/Canberra Australia/NSW Australia/Sydney;36000;39600,36000;1dggA8tcBi5c\#
        A9c0BhmoA9c0BhmoA9c0BhmoA9uoBhmoA9c0BhmoA9c0BhmoA9c0BhmoA9c0BhmoA9c0BhmoAbxcBfk0A9c0BhmoA9c0BhmoA9c0BhmoAadcBg\#
        2oAaw0BglcAaw0BglcAadcBglcA9c0BhmoA9c0BhmoA9c0BhmoA9uoBhmoA9c0BhmoA9c0BhmoAbeoBfk0AbeoBfk0AbeoBfk0AbeoBg2oAaw0\#
        BbeoAfk0Bg2oAbeoBfk0AbeoBfk0AbeoBg2oAaw0Bg2oAbeoBfk0Aaw0Bg2oAbxcB;AEST-10AEDT,M10.1.0,M4.1.0/3|Australia/Adela\#
        ide Australia/South;34200;37800,34200;1dgiA8tcBi5cA9c0BhmoA9c0BhmoA9c0BhmoA9uoBhmoA9c0BhmoA9c0BhmoA9c0BhmoA9c0\#
        BhmoA9c0BhmoA9uoBhmoA9c0BhmoA9c0BhmoA9c0BhmoAadcBg2oAaw0BglcAaw0BglcAadcBglcAadcBglcA9c0BhmoAaw0Bg2oA9uoBhmoAa\#
        dcBglcAaw0Bg2oAbeoBfk0AbeoBfk0AbeoBfk0AbeoBg2oAaw0Bg2oAaw0Bg2oAbeoBfk0AbeoBfk0AbeoBg2oAaw0Bg2oAbeoBfk0Aaw0Bg2o\#
        AbxcB;ACST-9:30ACDT,M10.1.0,M4.1.0/3|Australia/Brisbane Australia/Queensland;36000;39600,36000;1dggA8tcBda2oA9\#
        c0BhmoA9c0BhmoA9c0B;AEST-10|Australia/Broken_Hill Australia/Yancowinna;34200;37800,34200;1dgiA8tcBi5cA9c0BhmoA\#
        9c0BhmoA9c0BhmoA9uoBhmoA9c0BhmoA9c0BhmoA9c0BhmoA9c0BhmoA9c0BhmoAbxcBfk0A9c0BhmoA9c0BhmoA9c0BhmoAadcBg2oAaw0Bgl\#
        cAaw0BglcAadcBglcA9c0BhmoA9c0BhmoA9c0BhmoA9uoBhmoA9c0BhmoA9c0BhmoAbeoBfk0AbeoBfk0AbeoBfk0AbeoBg2oAaw0Bg2oAaw0B\#
        g2oAbeoBfk0AbeoBfk0AbeoBg2oAaw0Bg2oAbeoBfk0Aaw0Bg2oAbxcB;ACST-9:30ACDT,M10.1.0,M4.1.0/3|Australia/Currie Austr\#
        alia/Hobart Australia/Tasmania;39600;36000,39600;4v4Ah40BadcAh40B8tcAi5cB9c0AhmoB9c0AhmoB9c0AhmoB9uoAhmoB9c0Ah\#
        moB9c0AhmoB9c0AhmoB9c0AhmoB9c0AhmoBbeoAg2oBaw0Ag2oB9c0AhmoB9c0AhmoB9c0Ah40Baw0AglcBaw0AglcBadcAglcBadcAglcBbeo\#
        Ae00BcyoAe00BcyoAe00BcyoAe00BcyoAe00BdhcAe00BcyoAe00BcyoAe00BcyoAe00BcyoAbeoBfk0AeioBcyoAe00BcyoAe00BcyoAe00Bc\#
        yoAe00BdhcAdhcBcyoAeioB;AEST-10AEDT,M10.1.0,M4.1.0/3|Australia/Darwin Australia/North;34200;;;ACST-9:30|Austra\#
        lia/Eucla;31500;35100,31500;3mclA9c0B6idcA9c0B5sg0A7s0Bb39cA8aoBg2oAbeoBfk0AbeoB;<+0845>-8:45|Australia/LHI Au\#
        stralia/Lord_Howe;36000;37800,41400,39600;8dywAhmuB9ukAhmsB9bwAhmsB9bwAhmsB9bwAhmsCadaAg2qCavyAgleCavyAgleCada\#
        AgleC9byAhmqC9byAhmqC9byAhmqC9umAhmqC9byAhmqC9byAhmqCbemAfk2CbemAfk2CbemAfk2CbemAg2qCavyAbeqCfjyAg2qCbemAfk2Cb\#
        emAfk2CbemAg2qCavyAg2qCbemAfk2CavyAg2qCbxaA;<+1030>-10:30<+11>-11,M10.1.0,M4.1.0|Australia/Lindeman;36000;3960\#
        0,36000;1dggA8tcBda2oA9c0BhmoA9c0BhmoA9c0BhmoA9uoBhmoA9c0B;AEST-10|Australia/Melbourne Australia/Victoria;3600\#
        0;39600,36000;1dggA8tcBi5cA9c0BhmoA9c0BhmoA9c0BhmoA9uoBhmoA9c0BhmoA9c0BhmoA9c0BhmoA9c0BhmoA9c0BhmoA9uoBhmoA9c0\#
        BhmoA9c0BhmoA9c0BhmoAadcBg2oAaw0Bg2oAbeoBglcAadcBglcAadcBglcA9c0BhmoA9c0BhmoA9uoBhmoA9c0BhmoAaw0Bg2oAbeoBfk0Ab\#
        eoBfk0AbeoBfk0AbeoBg2oAaw0BbeoAfk0Bg2oAbeoBfk0AbeoBfk0AbeoBg2oAaw0Bg2oAbeoBfk0Aaw0Bg2oAbxcB;AEST-10AEDT,M10.1.\#
        0,M4.1.0/3|Australia/Perth Australia/West;28800;32400,28800;3mcoA9c0B6idcA9c0B5sg0A7s0Bb39cA8aoBg2oAbeoBfk0Abe\#
        oB;AWST-8|CET Europe/Amsterdam Europe/Brussels Europe/Luxembourg;3600;7200,3600;5g84AcyoBe00AdhcBdhcAdhcBe00Ac\#
        yoBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhc\#
        AdhcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10.5.0/3|Chile/EasterIsland Pacific/Easter;-21600;-25200,-21600,-18000;6gc\#
        AeisBbekAfk4BbekAg2sBavwAf1gBbx8Ag2sBavwAg2sBbekAfk4BbekAfk4BbekAg2sBavwAg2sBavwAg2sBbekAfk4BqyoCbekBfk4CbekBg\#
        2sCavwBg2sCavwBg2sCdh8BdhgCbekBfk4CbekBg2sCavwBe04CcykBg2sCbekBfk4CbekBfk4CbekBfk4CbekBg2sCavwBg2sCcfwBeisCbek\#
        BeisCdzwBe04CbekBg2sCavwBg2sCavwBg2sCavwBg2sCbekBfk4CbekBfk4CbekBg2sCavwBg2sCcfwBeisCbekBfk4CcykBe04CfjwB7s4Ci\#
        nwB9c4ChmkB9usCh3wB9usC19mkB6qsCk7wB6qsCk7wB6qsChmkBbesCfjwBbesCfjwBbesCfjwBbxgCf18B;<-06>6<-05>,M9.1.6/22,M4.\#
        1.6/22|EET;7200;10800,7200;5g84AcyoBe00AdhcBdhcAdhcBe00AcyoBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdh\#
        cAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;EET-2EEST,M3.5.0/3,M10.5.0/4|Eire E\#
        urope/Dublin;3600;0,3600;1dhkAadcBglcAadcBglcAadcBglcAadcBglcAaw0Bg2oAaw0Bg2oAaw0BglcAadcBglcAadcBglcAbekBfk0A\#
        beoBfk0AbeoBfk0AbeoBg2oAbeoBfk0AbeoBfk0AbeoBfk0AbeoBfk0AbeoBg2oAaw0Bg2oAbeoBfk0AbeoBfk0AbeoBfk0AbeoBfk0AbeoBfk\#
        0AbxcB;IST-1GMT0,M10.5.0,M3.5.0/1|Etc/GMT+1;-3600;;;<-01>1|Etc/GMT+10 Pacific/Tahiti;-36000;;;<-10>10|Etc/GMT+\#
        11 Pacific/Niue;-39600;;;<-11>11|Etc/GMT+12;-43200;;;<-12>12|Etc/GMT+5;-18000;;;<-05>5|Etc/GMT+6;-21600;;;<-06\#
        >6|Etc/GMT+7;-25200;;;<-07>7|Etc/GMT+8;-28800;;;<-08>8|Etc/GMT+9 Pacific/Gambier;-32400;;;<-09>9|Etc/GMT-1;360\#
        0;;;<+01>-1|Etc/GMT-11 Pacific/Guadalcanal Pacific/Pohnpei Pacific/Ponape;39600;;;<+11>-11|Etc/GMT-12 Pacific/\#
        Funafuti Pacific/Majuro Pacific/Tarawa Pacific/Wake Pacific/Wallis;43200;;;<+12>-12|Etc/GMT-13;46800;;;<+13>-1\#
        3|Etc/GMT-14;50400;;;<+14>-14|Etc/GMT-2;7200;;;<+02>-2|Etc/GMT-5 Indian/Kerguelen Indian/Maldives;18000;;;<+05\#
        >-5|Etc/GMT-9 Pacific/Palau;32400;;;<+09>-9|Etc/UCT Etc/UTC Etc/Universal Etc/Zulu UCT UTC Universal Zulu;0;;;\#
        UTC0|Europe/Andorra;3600;7200,3600;bgg4AdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdh\#
        cAdhcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10.5.0/3|Europe/Astrakhan;14400;18000,14400,10800;8ga8AdjwBdhgAdjwBdhgAdj\#
        wBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBqysCdhcBe00CdhcB14g0CdhcBdhcCdhcBdhcCdhcBdhcCe00Bfk0CbeoBfk0CbeoBfk0\#
        CbeoBg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0B2oykC12dg\#
        B;<+04>-4|Europe/Athens;7200;10800,7200;3yqgAgw0Ba5kAdhcBcyoAd1cBdxcAcysBe0oAddsBdp8AdbwBdhsAdhcBdhcAdhcBdhcAd\#
        hcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;EET-2E\#
        EST,M3.5.0/3,M10.5.0/4|Europe/Belfast Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Europe/London GB GB-Eir\#
        e;3600;0,3600;1dhkAadcBglcAadcBglcAadcBglcAadcBglcAaw0Bg2oAaw0Bg2oAaw0BglcAadcBglcAadcBglcAbekBfk0AbeoBfk0Abeo\#
        Bfk0AbeoBg2oAbeoBfk0AbeoBfk0AbeoBfk0AbeoBfk0AbeoBg2oAaw0Bg2oAbeoBfk0AbeoBfk0AbeoBfk0AbeoBfk0AbeoBfk0AbxcB;GMT0\#
        BST,M3.5.0/1,M10.5.0|Europe/Belgrade Europe/Ljubljana Europe/Podgorica Europe/Sarajevo Europe/Skopje Europe/Za\#
        greb;3600;7200,3600;9y04AdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBd\#
        hcAdhcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10.5.0/3|Europe/Bratislava Europe/Prague;3600;7200,3600;6y5gAdhcBe00Acyo\#
        BdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAd\#
        hcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10.5.0/3|Europe/Bucharest;7200;10800,7200;72agA9bwBe00AcysBdhkAdhcBdhcAdhcBd\#
        hcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00Bdh4AdhcBdhcAdhcBdhcAdhcBdhcAdh8BdhgAdh8Be04Afjw\#
        Bbf4A;EET-2EEST,M3.5.0/3,M10.5.0/4|Europe/Budapest;3600;7200,3600;7pmkAcyoBdhcAdhcBdhcAdhcBdhcAdhcBdhkAe00Bdhc\#
        AdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10\#
        .5.0/3|Europe/Busingen Europe/Vaduz Europe/Zurich;3600;7200,3600;8g2sAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcA\#
        dhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10.5.0/3|Eu\#
        rope/Chisinau Europe/Tiraspol;10800;14400,10800,7200;8gacAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcB\#
        dhcAdhcBdhcAdhcBdhcA33wBaw8CdhcBdhcCdh4Bdh8CdhgBdh8CdhgBdh8CdhgBdh8Ce04BfjwCbf0B;EET-2EEST,M3.5.0,M10.5.0/3|Eu\#
        rope/Gibraltar;3600;7200,3600;971gAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhc\#
        BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10.5.0/3|Europe/Helsinki Europe/Mariehamn;7200;10800,7\#
        200;8g2oAdhcBdhcAdhcBdhgAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBd\#
        hcAdhcBdhcAdhcBe00A;EET-2EEST,M3.5.0/3,M10.5.0/4|Europe/Kaliningrad;10800;14400,10800,7200;8gacAdjwBdhgAdjwBdh\#
        gAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBqysCdhcBe00CdhcBdhcCdhcBdhcCdhcBdhcCdhcBdhcCdhcBdhcCe00Bfk0CbeoB\#
        fk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw\#
        0B2oykC;EET-2|Europe/Kiev Europe/Kyiv Europe/Uzhgorod Europe/Zaporozhye;10800;14400,10800,7200;8gacAdjwBdhgAdj\#
        wBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcA798BxpkCdhcBdhcCdhcBdhcCdhcBdhcCdhcBdhcCe00Bfk4C\#
        ;EET-2EEST,M3.5.0/3,M10.5.0/4|Europe/Kirov;14400;18000,14400,10800;8ga8AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdh\#
        cAdhcBdhcAdhcBdhcAdhcBqysCdhcBe00CdhcB14g0CdhcBdhcCdhcBdhcCdhcBdhcCe00Bfk0CbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0\#
        Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0B2oykC;MSK-3|Europe/Lisbon Por\#
        tugal;3600;0,3600,7200;5280AdhcBdhcAe04BdhcAdhcBdhcAe00BcyoAdh8BdhcAdhcBdhcAdhcBdhcAdhcBe00AdhcBdhcAdhgBdhcAdh\#
        cBdhcAdhcBdhcAdhcBdhcAdhcBe00AdhcBdhcAdhcBqyoCdhcBdhcCdhcBdhcCdhcBtk0A;WET0WEST,M3.5.0/1,M10.5.0|Europe/Madrid\#
        ;3600;7200,3600;37ugAcysBdzwAcysBcykAdhgBdzwAcysBe08AdhcBdhcAdhcBe00AcyoBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAd\#
        hcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10.5\#
        .0/3|Europe/Malta;3600;7200,3600;b3wA8tcBhmoA9c0Bi5cA9c0BdeoAdhcBf40AayoBg08AbekBfk4AbekBfk4AbekBfk4AbekBfk4Ab\#
        ekBelgAcvwBe04AdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhc\#
        AdhcBdhcAdhcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10.5.0/3|Europe/Minsk;10800;14400,10800,7200;8gacAdjwBdhgAdjwBdhgA\#
        djwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcB1ig4CdhcBdhcCdhcBdhcCdhcBdhcCdhcBdhcCe00Bfk0CbeoBfk0CbeoBf\#
        k0CbeoBg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0B;<+03>-\#
        3|Europe/Monaco Europe/Paris;3600;7200,3600;4oqoAdh8Be08AcyoBe00AdhcBdhcAdhcBe00AcyoBdhcAdhcBdhcAdhcBdhcAdhcBd\#
        hcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;CET-1CEST,\#
        M3.5.0,M10.5.0/3|Europe/Moscow W-SU;10800;14400,10800,7200;8gacAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdh\#
        cAdhcBdhcAdhcBdhcAdhcBdhcAe00BqysC8aoB56kAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oB\#
        aw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0A2oykB;MSK-3|Europe/Riga;10\#
        800;14400,10800,7200;8gacAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBqysCdhcBe00CdhcBdhcCdhcB\#
        dhcCdhcBdhcCdhcBdhcCdhcBdhcCe00BdhcCdhgBfk0CbeoBfk0CbeoBg2oC11uoB;EET-2EEST,M3.5.0/3,M10.5.0/4|Europe/Rome Eur\#
        ope/San_Marino Europe/Vatican;3600;7200,3600;b3wA8tcBhmoA9c0Bi5cA9c0Bi5cA8tcBhmoA9c0Bi5cA8tcBi5cA8tcBhmoA9c0Bi\#
        5cA9c0BhmoA9c0Be08AcyoBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhc\#
        BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10.5.0/3|Europe/Samara;14400;18000,14400,10800;8ga8Adj\#
        wBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBqysCdhcBe00CsisBbx4AdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A\#
        fk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0Brh\#
        gCaw0B;<+04>-4|Europe/Saratov;14400;18000,14400,10800;8ga8AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhc\#
        BqysCdhcBdhcCdhcBe00CdhcB14g0CdhcBdhcCdhcBdhcCdhcBdhcCe00Bfk0CbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCbeoBfk0C\#
        beoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0B2oykC1l1gB;<+04>-4|Europe/Simferopol;10800\#
        ;14400,10800,7200;8gacAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBkqoC1b6sBdhcCdhcBdh\#
        cCdhcB2l0Aaw8BdhcAdhcBdzsAfkcBqysCbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCaw0B\#
        g2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbekAfjsB;MSK-3|Europe/Sofia;7200;10800,7200;6y50Adk4Bdx8Ad\#
        1gBdx8AcywBdzsAcz0BdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00Bdh4Adh8BdhgAdh8BdhgAdh8Bdhg\#
        Adh8BdhgAdh8Be04AfjwBbf4A;EET-2EEST,M3.5.0/3,M10.5.0/4|Europe/Tallinn;10800;14400,10800,7200;8gacAdjwBdhgAdjwB\#
        dhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBqysCdhcBe00CdhcBdhcCdhcBdhcCdhcBdhcCdhcBdhcCdhcBdhcCe00Bfk0Cbe\#
        oBfk0CbeoBfk4CbeoBg2oC1tc0B;EET-2EEST,M3.5.0/3,M10.5.0/4|Europe/Tirane;3600;7200,3600;39bwAb6kBfmsAbekBfs4Abek\#
        Bg2sAavwBg04AaykBg04AaykBg04AbekBf44AbekBg2sAbekBelgAcakBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe\#
        00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10.5.0/3|Europe/Ulyanovsk;14400;18000,14400,\#
        10800,7200;8ga8AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBqysCdhcBe00CqysD8aoC56kBdhcCdhcBdh\#
        cCdhcBdhcCdhcBdhcCe00Bfk0CbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCaw0B\#
        g2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0B2oykC12dgB;<+04>-4|Europe/Vienna;3600;7200,3600;7pmkAcykBdhoAdhcBdhcAdhcBdhcAd\#
        hcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;CET-1C\#
        EST,M3.5.0,M10.5.0/3|Europe/Vilnius;10800;14400,10800,7200,3600;8gacAdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAd\#
        hcBdhcAdhcBdhcAdhcBqysCdhcBe00CdhcBdhcCdhcBdhcCdhcBdhcCdhcBdhcCdhcBdhcCe00Bfk0CbeoBfk0CqysDbeoC30dcB;EET-2EEST\#
        ,M3.5.0/3,M10.5.0/4|Europe/Volgograd;14400;18000,14400,10800;8ga8AdjwBdhgAdjwBdhgAdjwBdk4AdhkBdhcAdhcBdhcAdhcB\#
        dhcAdhcBqysCdhcBdhcCdhcBe00CdhcB14g0CdhcBdhcCdhcBdhcCdhcBdhcCe00Bfk0CbeoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCb\#
        eoBfk0CbeoBfk0CbeoBg2oCaw0Bg2oCaw0Bg2oCaw0Bg2oCbeoBfk0CbeoBfk0CbeoBg2oCaw0B2oykC30dgB1ml8C;MSK-3|Europe/Warsaw\#
         Poland;3600;7200,3600;5g80AcyoBe00AdhcBdhcAdhcBe00AcyoBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdh\#
        cBdhgAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;CET-1CEST,M3.5.0,M10.5.0/3|HST Pacific/\#
        Honolulu Pacific/Johnston US/Hawaii;-36000;;;HST10|Indian/Chagos;18000;21600;jje4A;<+06>-6|Indian/Mauritius;14\#
        400;18000,14400;9ljkAbzwBj8ocAbekB;<+04>-4|Kwajalein Pacific/Kwajalein;-43200;43200;hrioA;<+12>-12|MET;3600;72\#
        00,3600;5g84AcyoBe00AdhcBdhcAdhcBe00AcyoBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAd\#
        hcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;MET-1MEST,M3.5.0,M10.5.0/3|NZ-CHAT Pacific/Chatham;459\#
        00;49500,45900;3muwA8aoBi5cA9uoBhmoA9c0BhmoA9c0BhmoA9c0BhmoA9c0BhmoA9c0BhmoA9uoBhmoA9c0BhmoA9c0BhmoA9c0BhmoA9c\#
        0BhmoA9c0BhmoA9uoBhmoA9c0Bg2oAbxcBf1cAbxcBf1cAbxcBf1cAcg0BeioAcg0BeioAcg0BeioAcg0Bf1cAbxcBf1cAbxcBf1cAcg0BeioA\#
        cg0BeioAcg0Bf1cAbxcBf1cAbxcBf1cAcg0BeioAcg0BeioAcg0BeioAcg0BeioA;<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45|\#
        Pacific/Apia;-39600;-36000,-39600,50400,46800;um3wAdxoBcyoA768C6tsDdhcCe00DcyoCe00DcyoCe00DcyoCe00DcyoCe00Dcyo\#
        Ce00DdhcCe00DcyoCe00DcyoCe00D;<+13>-13|Pacific/Bougainville;36000;39600;xt5sA;<+11>-11|Pacific/Efate;39600;432\#
        00,39600;2zioA79cB74o4Adh8BdhgAdh8Be04AcykBe04Adh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8Be04A8t8Bk84A6qkB;<+11>-11|P\#
        acific/Enderbury Pacific/Kanton;-43200;-39600,46800;7bqoAbgl8B;<+13>-13|Pacific/Fakaofo;-39600;46800;vk6kA;<+1\#
        3>-13|Pacific/Fiji;43200;46800,43200;lo1kA8tcBio0A8aoB7bxcA8tcBfk0A9uoBh40A6qoBk80A6qoBkqoA67wBl9gA5pcBl9cA5pc\#
        Bls0A56oBls0A56oBls0A56oBmaoA4o0BpeoA22oB;<+12>-12|Pacific/Galapagos;-18000;-21600,-18000;c0wkA56w4B53wA;<-06>\#
        6|Pacific/Guam Pacific/Saipan;36000;39600,36000;8hsA9ukBh44A9ukB1ppgA56kB1ow4A~4ivxoB~cls2cA9bwB;ChST-10|Pacif\#
        ic/Kiritimati;-38400;-36000,50400;~535eyoA~7yirhcB;<+14>-14|Pacific/Kosrae;43200;39600;lsk0A;<+11>-11|Pacific/\#
        Marquesas;-34200;;;<-0930>9:30|Pacific/Midway Pacific/Pago_Pago Pacific/Samoa US/Samoa;-39600;;;SST11|Pacific/\#
        Nauru;41400;43200;6ueyA;<+12>-12|Pacific/Norfolk;41400;45000,41400,39600,43200;3mcaA9c0Bui80C30deD;<+11>-11<+1\#
        2>,M10.1.0,M4.1.0/3|Pacific/Noumea;39600;43200,39600;5yc4A6akBko4A6d8Bdcj0A6qoB;<+11>-11|Pacific/Pitcairn;-306\#
        00;-28800;la6aA;<-08>8|Pacific/Rarotonga;-37800;-34200,-36000;6nt6A8akBhmqA9byBhmqA9byBhmqA9umBhmqA9byBhmqA9by\#
        BhmqA9byBhmqA9byBhmqA9byBhmqA9umBhmqA9byBhmqA9byBhmqA9byB;<-10>10|Pacific/Tongatapu;46800;50400,46800;md84Ac5c\#
        Bh40A67wBkqsA67wBb3s4A56oB;<+13>-13|WET;0;3600,0;5g84AcyoBe00AdhcBdhcAdhcBe00AcyoBdhcAdhcBdhcAdhcBdhcAdhcBdhcA\#
        e00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00A;WET0WEST,M3.5\#
        .0/1,M10.5.0\#

        """#
}
