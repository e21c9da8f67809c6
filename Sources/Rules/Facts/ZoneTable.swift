/// Part 1 of the tz database, version 2025b (public domain), from 1970 on; written by `Scripts/zones.py`.
///
/// A record is: names; offset at the start of 1970; offsets; changes; rule of later years. A change is the time
/// since the one before, in quarters of an hour (after `~`: seconds) to base 36, and the letter of its offset.
enum ZoneTable {
    static let text = #"""
        Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Conakry Africa/Dakar Africa/Freetown Africa/Lom\#
        e Africa/Nouakchott Africa/Ouagadougou Africa/Timbuktu Atlantic/Reykjavik Atlantic/St_Helena Etc/GMT Etc/GMT+0\#
         Etc/GMT-0 Etc/GMT0 Etc/Greenwich GMT GMT+0 GMT-0 GMT0 Greenwich Iceland;0;;;GMT0|Africa/Addis_Ababa Africa/As\#
        mara Africa/Asmera Africa/Dar_es_Salaam Africa/Djibouti Africa/Kampala Africa/Mogadishu Africa/Nairobi Indian/\#
        Antananarivo Indian/Comoro Indian/Mayotte;10800;;;EAT-3|Africa/Algiers;0;3600,0,7200;zjwAbeoB47pgAnuoCdhgAtjsB\#
        dhgAe04Bdh8A;CET-1|Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos Africa/Librevil\#
        le Africa/Luanda Africa/Malabo Africa/Niamey Africa/Porto-Novo;3600;;;WAT-1|Africa/Bissau;-3600;0;3r9gA;GMT0|A\#
        frica/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Kigali Africa/Lubumbashi Africa/Lusaka Af\#
        rica/Maputo;7200;;;CAT-2|Africa/Cairo Egypt;7200;10800,7200;8vwAbc4Bfp8Abc4BfrwAbc4Bfp8Abc4Bfp8Abc4Bfp8Abc4Bfr\#
        wAbc4Bfp8Abc4Bfp8Abc4Bfp8Abc4BfrwAbc4Bfp8Abc4BlzwA51gBl18A604BfrwAbc4Bfp8Abc4Bfp8Abc4Bfp8Abc4BfrwAbc4Bg2kAaysB\#
        fp8Abc4Bfp8Abc4BfrwAbc4Bfp8Abc4Bfp8Abc4Bfh4AbekBfk4AbekBfk4AbekBfk4AbekBg2sAbekBfk4AbekBfk4AbekBfk4AbekBfk4Abe\#
        kBg2sAbekBfk4AbekBfk4AavwBg2sA9ukBh44A9bwBhmsA8t8Bio4A7mkB284A1jwB2q04A33wB2lgA458B6gasA;EET-2EEST,M4.5.5/0,M1\#
        0.5.4/24|Africa/Casablanca;0;3600,0;3d40A53wB191gA6t8Bk84Ab3wBi84A4qkB47xgA1cl8Bgug4A6t8Bk84A5zwBitgA798BhmsA8\#
        t8Bk8cA62oB2aoA31cBfk0A56oB2ioA5s0BbeoA6o0B2lcA6aoBbeoA5pcB2lcA79cBbeoA56oB2lcA8aoBaw0A45cB340A8tcBaw0A3moB2lc\#
        AnuoB2lcAnc0B340Anc0B2lcAnc0B340Anc0B2lcAnuoB2lcAnc0B340Anc0B2lcAnuoB2lcAnc0B340Anc0B2lcAnc0B340Anc0B2lcAnuoB2\#
        lcAnc0B340Anc0B2lcAnc0B340Anc0B340Anc0B2lcAnc0B340Anc0B2lcAnuoB2lcAnc0B340Anc0B2lcAnc0B340Anc0B340Anc0B2lcAnc0\#
        B340Anc0B2lcAnuoB2lcAnc0B340Anc0B2lcAnc0B340Anc0B340Anc0B2lcAnc0B340Anc0B2lcAnuoB2lcAnc0B340Anc0B2lcAnc0B340An\#
        c0B340Anc0B2lcAnc0B340Anc0B2lcAnuoB2lcAnc0B340Anc0B2lcAnc0B340Anc0B340Anc0B2lcAnc0B340Anc0B2lcAnuoB2lcAnc0B340\#
        Anc0B2lcAnc0B340Anc0B340Anc0B2lcAnc0B340Anc0B2lcAnuoB2lcAnc0B340Anc0B2lcAnc0B340Anc0B2lcAnuoB2lcAnc0B340Anc0B2\#
        lcAnuoB2lcAnc0B340A;<+01>-1|Africa/Ceuta;0;3600,0,7200;3d40A53wB191gA6t8Bk84Ab3wBi84A4qkB47xgA1j44CdhcAdhcCdhc\#
        AdhcCdhcAdhcCdhcAdhcCe00AdhcCdhcAdhcCdhcAdhcCdhcAdhcCdhcAdhcCdhcAe00C;CET-1CEST,M3.5.0,M10.5.0/3|Africa/El_Aai\#
        un;-3600;0,3600;4q04A198B6t8Ak84Bb3wAi84B4qkAmeysB6t8Ak84B5zwAitgB798AhmsB8t8Ak8cB62oA2aoB31cAfk0B56oA2ioB5s0A\#
        beoB6o0A2lcB6aoAbeoB5pcA2lcB79cAbeoB56oA2lcB8aoAaw0B45cA340B8tcAaw0B3moA2lcBnuoA2lcBnc0A340Bnc0A2lcBnc0A340Bnc\#
        0A2lcBnuoA2lcBnc0A340Bnc0A2lcBnuoA2lcBnc0A340Bnc0A2lcBnc0A340Bnc0A2lcBnuoA2lcBnc0A340Bnc0A2lcBnc0A340Bnc0A340B\#
        nc0A2lcBnc0A340Bnc0A2lcBnuoA2lcBnc0A340Bnc0A2lcBnc0A340Bnc0A340Bnc0A2lcBnc0A340Bnc0A2lcBnuoA2lcBnc0A340Bnc0A2l\#
        cBnc0A340Bnc0A340Bnc0A2lcBnc0A340Bnc0A2lcBnuoA2lcBnc0A340Bnc0A2lcBnc0A340Bnc0A340Bnc0A2lcBnc0A340Bnc0A2lcBnuoA\#
        2lcBnc0A340Bnc0A2lcBnc0A340Bnc0A340Bnc0A2lcBnc0A340Bnc0A2lcBnuoA2lcBnc0A340Bnc0A2lcBnc0A340Bnc0A340Bnc0A2lcBnc\#
        0A340Bnc0A2lcBnuoA2lcBnc0A340Bnc0A2lcBnc0A340Bnc0A2lcBnuoA2lcBnc0A340Bnc0A2lcBnuoA2lcBnc0A340B;<+01>-1|Africa/\#
        Johannesburg Africa/Maseru Africa/Mbabane;7200;;;SAST-2|Africa/Juba;7200;10800,7200;8vsAcd8BelgAcfwBeo4AcfwBei\#
        sAcikBeg4Acl8BedgAcnwBeasAct8Be5gAcvwBelgAcfwBeisAcikBeg4AcnwBeasAcqkBe84Act8Be5gAcvwBelgAcikBeg4Acl8BaplgAftf\#
        wB;CAT-2|Africa/Khartoum;7200;10800,7200;8vsAcd8BelgAcfwBeo4AcfwBeisAcikBeg4Acl8BedgAcnwBeasAct8Be5gAcvwBelgAc\#
        fwBeisAcikBeg4AcnwBeasAcqkBe84Act8Be5gAcvwBelgAcikBeg4Acl8BaplgAddfwB;CAT-2|Africa/Monrovia;-2670;0;~11v0q6A;G\#
        MT0|Africa/Ndjamena;3600;7200,3600;7cnwAat8B;WAT-1|Africa/Sao_Tome;0;3600,0;102o4Ar1cB;GMT0|Africa/Tripoli Lib\#
        ya;7200;3600,7200;90nsA6o4BdjwAdhgBdjwAdk4BdjwAdusBd6kAdpgBdh8Adc4BdjwAdk4BdjwAdhgBdjwAfxgB4tekAds4Bbq5gAaaoB;\#
        EET-2|Africa/Tunis;3600;7200,3600;5i7wAaw0Bg80Abc0B79k0A8lcBdhcAdhcBg80Ab9cBaylcAb9gBd44Ag2oBaw0Ag2oBbeoAfk0B;\#
        CET-1|Africa/Windhoek;7200;3600,7200;i76gAcdoBfjwAbesBg2kAaw4Bg2kAbesBfjwAbesBfjwAbesBfjwAbesBfjwAbesBg2kAaw4B\#
        g2kAbesBfjwAbesBfjwAbesBfjwAbesBfjwAbesBg2kAbesBfjwAbesBfjwAbesBfjwAbesBfjwAbesBg2kAaw4Bg2kAbesBfjwAbesBfjwAbe\#
        sBfjwAbesB;CAT-2|America/Adak America/Atka US/Aleutian;-39600;-36000,-39600,-32400;8k4Adh8BdhgAdzwBdhgAdh8Bdhg\#
        Adh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysArh8Cdh8AdhgCdh8AdhgCdh8AbxgCf\#
        18AbxgCfjwAbesCfjwAbesCfjwAbxgCf18AbxgCf18AbxgCfjwAbesCfjwAbesCfjwAbxgCf18AbxgCf18AbxgCf18AbxgCfjwAbesCfjwAbes\#
        CfjwAbxgCf18AbxgCf18AbxgCfjwAbesCfjwAbesCfjwA9usC;HST10HDT,M3.2.0,M11.1.0|America/Anchorage US/Alaska;-36000;-\#
        32400,-36000,-28800;8k0Adh8BdhgAdzwBdhgAdh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8Bdh\#
        gAdh8BdhgAdzwBcysArh8Cdh8AdhgCdh8AdhgCdh8AbxgCf18AbxgCfjwAbesCfjwAbesCfjwAbxgCf18AbxgCf18AbxgCfjwAbesCfjwAbesC\#
        fjwAbxgCf18AbxgCf18AbxgCf18AbxgCfjwAbesCfjwAbesCfjwAbxgCf18AbxgCf18AbxgCfjwAbesCfjwAbesCfjwA9usC;AKST9AKDT,M3.\#
        2.0,M11.1.0|America/Anguilla America/Antigua America/Aruba America/Blanc-Sablon America/Curacao America/Domini\#
        ca America/Grenada America/Guadeloupe America/Kralendijk America/Lower_Princes America/Marigot America/Montser\#
        rat America/Port_of_Spain America/Puerto_Rico America/St_Barthelemy America/St_Kitts America/St_Lucia America/\#
        St_Thomas America/St_Vincent America/Tortola America/Virgin;-14400;;;AST4|America/Araguaina;-10800;-7200,-1080\#
        0;bwgcA9ukBglgA8akBiqsA7rwBio4A7rwBj6sA8t8B49hgA8t8BhmsA9ukBh6sAat8BglgA9ukBglgAavwBglgA9ukBhmsA9bwBj6sA7rwB79\#
        usA8t8B;<-03>3|America/Argentina/Buenos_Aires America/Buenos_Aires;-10800;-7200,-10800;31v0A798Bayo4A6ykBglgAa\#
        d8Bh44A9ukBh44A9ukBh44Aad8Bb4tgA5p8Bg2sAavwB;<-03>3|America/Argentina/Catamarca America/Argentina/ComodRivadav\#
        ia America/Catamarca;-10800;-7200,-10800,-14400;31v0A798Bayo4A6ykBglgAad8Bh44A9ukCh48A9ugBh44Aad8B8g04C1esB2ne\#
        kA5p8B;<-03>3|America/Argentina/Cordoba America/Cordoba America/Rosario;-10800;-7200,-10800,-14400;31v0A798Bay\#
        o4A6ykBglgAad8Bh44A9ukCh48A9ugBh44Aad8Bb4tgA5p8Bg2sAavwB;<-03>3|America/Argentina/Jujuy America/Jujuy;-10800;-\#
        7200,-10800,-14400;31v0A798Bayo4A6ykBglgAad8ChmwBad8Cf1gAavsBh44Aad8Bb4tgA5p8B;<-03>3|America/Argentina/La_Rio\#
        ja;-10800;-7200,-10800,-14400;31v0A798Bayo4A6ykBglgAad8Bh44A9p8C4ywBcakA9ukBh44Aad8B8g04C1esB2nekA5p8B;<-03>3|\#
        America/Argentina/Mendoza America/Mendoza;-10800;-7200,-10800,-14400;31v0A798Bayo4A6ykBglgAad8Cgo8Ba58Cgw4Ba7w\#
        Ch44Aad4B8fc4C9c4B2g58A5p8B;<-03>3|America/Argentina/Rio_Gallegos;-10800;-7200,-10800,-14400;31v0A798Bayo4A6yk\#
        BglgAad8Bh44A9ukBh44A9ukBh44Aad8B8g04C1esB2nekA5p8B;<-03>3|America/Argentina/Salta;-10800;-7200,-10800,-14400;\#
        31v0A798Bayo4A6ykBglgAad8Bh44A9ukCh48A9ugBh44Aad8Bb4tgA5p8B;<-03>3|America/Argentina/San_Juan;-10800;-7200,-10\#
        800,-14400;31v0A798Bayo4A6ykBglgAad8Bh44A9p8C4ywBcakA9ukBh44Aad8B8fxgC42sB2kt8A5p8B;<-03>3|America/Argentina/S\#
        an_Luis;-10800;-7200,-10800,-14400;31v0A798Bayo4A6ykBglgAb3wCfxkBa58C6tgB9rp8C42sB2kt8A1mkB3k4Cg2sBavwCg2sB;<-\#
        03>3|America/Argentina/Tucuman;-10800;-7200,-10800,-14400;31v0A798Bayo4A6ykBglgAad8Bh44A9ukCh48A9ugBh44Aad8B8g\#
        04Cw4B2nx8A5p8Bg2sAavwB;<-03>3|America/Argentina/Ushuaia;-10800;-7200,-10800,-14400;31v0A798Bayo4A6ykBglgAad8B\#
        h44A9ukBh44A9ukBh44Aad8B8fusC1k4B2nekA5p8B;<-03>3|America/Asuncion;-14400;-10800,-14400;22dsA14ikB14lgAb98Bfus\#
        Ab6kBfusAb6kBfusAdh8Bdk4AdjwBdk4Adh8Bdk4Adh8Bdk4Adh8Bdk4AdjwBdk4Adh8Bdk4Adh8Bdk4Adh8Bdk4AdjwBdk4Adh8Bf44Abx8Bd\#
        k4Adh8BdxgAavwBg5gAd3wBdmsAb18Bg04AaykBg2sAb98Bg84Aad8BglgAavwBg2sAbekBfk4AbekBfk4AbekBg2sAdh8Baw4Ag2kBbesAfjw\#
        BeisAavwBg2sAavwBg2sAavwBglgAad8BglgAad8BglgAcykBcysAdzwBcysAdzwBdhgAcfwBeisAcfwBeisAcfwBeisAcykBe04AcykBe04Ac\#
        ykBeisAcfwBeisAcfwBeisAcykBe04AcykBe04AcykBe04AcykBeisA;<-03>3|America/Atikokan America/Cayman America/Coral_H\#
        arbour America/Panama EST;-18000;;;EST5|America/Bahia;-10800;-7200,-10800;bwgcA9ukBglgA8akBiqsA7rwBio4A7rwBj6s\#
        A8t8Bio4A8t8Bi5gA8akBj6sA798Bj6sA9bwBhmsA9bwBhmsA8t8BhmsA9ukBh6sAat8BglgA9ukBglgAavwBglgA9ukBhmsA9bwBj6sA7rwB6\#
        idgA9ukB;<-03>3|America/Bahia_Banderas;-25200;-21600,-25200,-18000;jqmcAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBe0\#
        4AavwBe04Af18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgCfjsAbesCfjwAbesCfjwAbxgCf18AbxgCf18A\#
        bxgCf18AbxgCfjwAbesCfjwAbesCfjwAbxgCf18AbxgCf18AbxgCfjwAbesCfjwA;CST6|America/Barbados;-14400;-10800,-14400;5l\#
        fcA8akBeisAcfwBeisAcfwBf1gAbp8B;AST4|America/Belem;-10800;-7200,-10800;bwgcA9ukBglgA8akBiqsA7rwB;<-03>3|Americ\#
        a/Belize;-21600;-18000,-21600;2y8oA4vwB6nk4A458B;CST6|America/Boa_Vista;-14400;-10800,-14400;bwggA9ukBglgA8akB\#
        iqsA7rwB8r9gAavwBglgAikB;<-04>4|America/Bogota;-18000;-14400,-18000;gsb8AkqkB;<-05>5|America/Boise;-25200;-216\#
        00,-25200;8joAdh8BdhgAdzwBdhgAdh8BdhgAdh8B79gAjp8B8tgAi58BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgA\#
        dzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbx\#
        gAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;MST7MDT,M3.2.0,M11.\#
        1.0|America/Cambridge_Bay;-25200;-21600,-25200,-18000;1qzoAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8\#
        BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf\#
        18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAqykCg2cAqgcBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9us\#
        A;MST7MDT,M3.2.0,M11.1.0|America/Campo_Grande;-14400;-10800,-14400;bwggA9ukBglgA8akBiqsA7rwBio4A7rwBj6sA8t8Bio\#
        4A8t8Bi5gA8akBj6sA798Bj6sA9bwBhmsA9bwBhmsA8t8BhmsA9ukBh6sAat8BglgA9ukBglgAavwBglgA9ukBhmsA9bwBj6sA7rwBi5gA8t8B\#
        jc4A858BhmsA9bwBj6sA8akBh44A9bwBi5gA8t8Bi5gA9bwBhmsA9bwBhmsA9ukBhmsA8t8Bi5gA8t8Bi5gA9bwBhmsA9bwBhmsA9bwBhmsA9b\#
        wBj6sA7rwB;<-04>4|America/Cancun;-21600;-18000,-21600,-14400;908wArp0B9yocAf18BbxgAqykC8t8A684BbxgAfjwBbesAfjw\#
        Be04AavwBe04Af18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf\#
        18B79gA;EST5|America/Caracas;-14400;-16200,-14400;sie4A6b40B;<-04>4|America/Cayenne Etc/GMT+3;-10800;;;<-03>3|\#
        America/Chicago CST6CDT US/Central;-21600;-18000,-21600;8jkAdh8BdhgAdzwBdhgAdh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdz\#
        wBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesA\#
        fjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18Bbx\#
        gAfjwBbesAfjwBbesAfjwB9usA;CST6CDT,M3.2.0,M11.1.0|America/Chihuahua;-21600;-18000,-21600,-25200;jqm8Af18BbxgAf\#
        18BqysCbxgBfjwCbesBfjwCe04BavwCe04Bf18CbxgBf18CbxgBfjwCbesBfjwCbesBfjwCbesBfjwCbxgBf18CbxgBf18CbxgBfjwCbesBfjw\#
        CbesBfjwCbxgBf18CbxgBf18CbxgBf18CbxgBfjwCbesBfjwCbesBfjwCbxgBf18CbxgBf18CbxgBfjwCbesB;CST6|America/Ciudad_Juar\#
        ez;-21600;-18000,-21600,-25200;jqm8Af18BbxgAf18BqysCbxgBfjwCbesBfjwCe04BavwCe04Bf18CbxgBf18CbxgBfjwCbesBfjwCbe\#
        sBfjwCbesBfjwCbxgBf18CbxgBf18CadgBhmkC9c4BhmkC9c4BhmkC9c4BhmkC9c4BhmkC9c4BhmkC9usBhmkC9c4BhmkC9c4BhmkC9c4BhmkC\#
        9c4BhmkC9usBhmkC9c4BjecC7kcB;MST7MDT,M3.2.0,M11.1.0|America/Costa_Rica;-21600;-18000,-21600;6vkoA798BjpgA798B7\#
        zpgAc2kBew4A47wB;CST6|America/Coyhaique;-10800;-14400,-10800;6gcAeisBbekAfk4BbekAg2sBavwAf1gBbx8Ag2sBavwAg2sBb\#
        ekAfk4BbekAfk4BbekAg2sBavwAg2sBavwAg2sBbekAfk4BbekAfk4BbekAfk4BbekAg2sBavwAg2sBavwAg2sBdh8AdhgBbekAfk4BbekAg2s\#
        BavwAe04BcykAg2sBbekAfk4BbekAfk4BbekAfk4BbekAg2sBavwAg2sBcfwAeisBbekAeisBdzwAe04BbekAg2sBavwAg2sBavwAg2sBavwAg\#
        2sBbekAfk4BbekAfk4BbekAg2sBavwAg2sBcfwAeisBbekAfk4BcykAe04BfjwA7s4BinwA9c4BhmkA9usBh3wA9usB19mkA6qsBk7wA6qsBk7\#
        wA6qsBhmkAbesBfjwAbesBfjwAbesBfjwAbxgBf18AbesBg2kAbesB;<-03>3|America/Creston America/Phoenix MST US/Arizona;-\#
        25200;;;MST7|America/Cuiaba;-14400;-10800,-14400;bwggA9ukBglgA8akBiqsA7rwBio4A7rwBj6sA8t8Bio4A8t8Bi5gA8akBj6sA\#
        798Bj6sA9bwBhmsA9bwBhmsA8t8BhmsA9ukBh6sAat8BglgA9ukBglgAavwBglgA9ukBhmsA9bwBj6sA7rwB1aasA858BhmsA9bwBj6sA8akBh\#
        44A9bwBi5gA8t8Bi5gA9bwBhmsA9bwBhmsA9ukBhmsA8t8Bi5gA8t8Bi5gA9bwBhmsA9bwBhmsA9bwBhmsA9bwBj6sA7rwB;<-04>4|America\#
        /Danmarkshavn;-10800;-7200,-10800,0;7pn8Acy8BdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBd\#
        hcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcB7c8C;GMT0|America/Dawson;-32400;-28800,-25200;2vfoA4vs4\#
        Bdh8AdhgBdh8AdhgBdzwAcysBdzwAdhgBdh8AdhgBdh8AdhgBdh8AbxgBf18AbxgBfjwAbesBfjwAbesBfjwAbxgBf18AbxgBf18AbxgBfjwAb\#
        esBfjwAbesBfjwAbxgBf18AbxgBf18AbxgBf18AbxgBfjwAbesBfjwAbesBfjwAbxgBf18AbxgBf18AbxgBfjwAbesBfjwAbesBfjwA9usBhmk\#
        A9c4BhmkA9c4BhmkA9usBhmkA9c4BhmkA9c4BhmkA9c4BhmkA9c4BhmkA9c4BhmkA9usBhmkA9c4BhmkA9c4BhmkA9c4BhmkA9c4B;MST7|Ame\#
        rica/Dawson_Creek;-28800;-25200,-28800;8jsAdh8BdhgAdzwBdhgA;MST7|America/Denver America/Shiprock MST7MDT Navaj\#
        o US/Mountain;-25200;-21600,-25200;8joAdh8BdhgAdzwBdhgAdh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8Bdhg\#
        Adh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18Bb\#
        xgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjw\#
        B9usA;MST7MDT,M3.2.0,M11.1.0|America/Detroit US/Michigan;-18000;-14400,-18000;2hy4Adh8B56sAlrwBdhgAdh8BdhgAdzw\#
        BcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAf\#
        jwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18Bbxg\#
        AfjwBbesAfjwBbesAfjwB9usA;EST5EDT,M3.2.0,M11.1.0|America/Edmonton America/Yellowknife Canada/Mountain;-25200;-\#
        21600,-25200;1qzoAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwB\#
        dhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf1\#
        8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;MST7MDT,M3.2.0,M11.1.0|America/\#
        Eirunepe;-18000;-14400,-18000;bwgkA9ukBglgA8akBiqsA7rwB4a04A9bwBas04A41jwB;<-05>5|America/El_Salvador;-21600;-\#
        18000,-21600;d0zcAavwBg2sAavwB;CST6|America/Ensenada America/Santa_Isabel America/Tijuana Mexico/BajaNorte;-28\#
        800;-25200,-28800;4qugAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8Bbxg\#
        Af18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBb\#
        esAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BadgA;PST8PDT,M3.2.0,M11.1.0|America/For\#
        t_Nelson;-28800;-25200,-28800;8jsAdh8BdhgAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8B\#
        dhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfj\#
        wBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA\#
        hmkB9c4AhmkB9c4AhmkB9usAhmkB9c4AhmkB9c4AhmkB9c4AhmkB9c4AhmkB9c4A;MST7|America/Fort_Wayne America/Indiana/India\#
        napolis America/Indianapolis US/East-Indiana;-18000;-14400,-18000;8jgAdh8BqmqsAfjwB9usA;EST5EDT,M3.2.0,M11.1.0\#
        |America/Fortaleza;-10800;-7200,-10800;bwgcA9ukBglgA8akBiqsA7rwBio4A7rwBj6sA8t8B78tgAavwBglgA118Bqg4A9bwB;<-03\#
        >3|America/Glace_Bay;-14400;-10800,-14400;1qzcAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8Bdhg\#
        Adh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBb\#
        esAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;AS\#
        T4ADT,M3.2.0,M11.1.0|America/Godthab America/Nuuk;-10800;-7200,-10800,-3600;7pn8Acy8BdhcAdhcBdhcAdhcBdhcAdhcBd\#
        hcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBe00Afk0BbeoAfk0\#
        BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag\#
        2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0Ag2oBbeoAfk0BbeoAfk0BbeoAg2oBaw0Ag2oBaw0ArhcC;<-02>2<-01\#
        >,M3.5.0/-1,M10.5.0/0|America/Goose_Bay;-14400;-10800,-14400,-7200;8jcAdh8BdhgAdzwBdhgAdh8BdhgAdh8BdhgAdh8Bdhg\#
        Adh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8B~8a2loAf18BbxgCfj\#
        sBbewAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgA\#
        f18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usAhmkB9c4AhmkB9c4AhmkB9usAhmkB9c4A~c8tecB;AST4ADT,M3.2.0,M11.1.0|America\#
        /Grand_Turk;-18000;-14400,-18000;708sAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgA\#
        fjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbx\#
        gAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usAhmkB9c4AhmkB9c4AhmkB9usAhmkB9c4AhmkB9c4AhmkB9c4AhmkB9c4AhmkB9c4A2r18\#
        B;EST5EDT,M3.2.0,M11.1.0|America/Guatemala;-21600;-18000,-21600;2xi0A6qkB6xusA96kB5mw4AcfwBb084AbekB;CST6|Amer\#
        ica/Guayaquil;-18000;-14400,-18000;h7skA53wB;<-05>5|America/Guyana;-13500;-10800,-14400;46z3AciqpB;<-04>4|Amer\#
        ica/Halifax Canada/Atlantic;-14400;-10800,-14400;8jcAdh8BdhgAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAd\#
        zwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxg\#
        Af18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBb\#
        esAfjwBbesAfjwB9usA;AST4ADT,M3.2.0,M11.1.0|America/Havana Cuba;-18000;-14400,-18000;8j8Adh8BdhgAdzwBdhgAbx8Bf1\#
        gAbzwBeysAc2kBew4Adh8BdhgAdzwBcysAdzwBe04AbekBbxgAfjwBbesAfjwBfk4AbekBfk4AbekBfk4AbekBfk4Abx8Bf1gAbx8BbesAfjwB\#
        besAfjwBbxgAf18BbxgAf18BcysAeikBcysAe00BcyoAe00BcyoAe00BcyoAe00BcyoAe00BdhcAdhcBdhcAe00Bcg0Afk0BbeoAg2oBbeoAfk\#
        0BbeoAfk0BbxcAf1cBbxcAf1cBbeoA1y00B9uoAh40BadcAglcB9uoAh40BadcAh40BadcAhmoBadcAg2oB;CST5CDT,M3.2.0/0,M11.1.0/1\#
        |America/Hermosillo;-25200;-21600,-25200;jqmcAf18BbxgAf18BbxgAf18B;MST7|America/Indiana/Knox America/Knox_IN U\#
        S/Indiana-Starke;-21600;-18000,-21600;8jkAdh8BdhgAdzwBdhgAdh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8B\#
        dhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAbp18B9usA;\#
        CST6CDT,M3.2.0,M11.1.0|America/Indiana/Marengo;-18000;-14400,-18000;8jgAdh8BdhgAdzwBdhgAdh8BdhgAdh8Bzs4Ai58Bmv\#
        esAfjwB9usA;EST5EDT,M3.2.0,M11.1.0|America/Indiana/Petersburg;-21600;-18000,-21600,-14400;8jkAdh8BdhgAdzwBdhgA\#
        dh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAm6ikB9usAqykC;EST5EDT,M3.2.0,M11.1.0|America/Indiana/Tell_City;-18000;\#
        -14400,-18000,-21600;8jgAdh8Br2asC9usB;CST6CDT,M3.2.0,M11.1.0|America/Indiana/Vevay;-18000;-14400,-18000;8jgAd\#
        h8BdhgAdzwBdhgAdh8Bp4asAfjwB9usA;EST5EDT,M3.2.0,M11.1.0|America/Indiana/Vincennes;-18000;-14400,-18000,-21600;\#
        8jgAdh8Br2asC9usBqykA;EST5EDT,M3.2.0,M11.1.0|America/Indiana/Winamac;-18000;-14400,-18000,-21600;8jgAdh8Br2asC\#
        9usAhmgB;EST5EDT,M3.2.0,M11.1.0|America/Inuvik;-28800;-25200,-28800,-21600;1qzsAdh8BdhgAdh8BdhgAdh8BdhgAdh8Bdh\#
        gAdzwBcysAdzwBdhgAdh8BdhgCdh4AdhgCdh8AdhgCdh8AdhgCdzwAcysCdzwAdhgCdh8AdhgCdh8AdhgCdh8AbxgCf18AbxgCfjwAbesCfjwA\#
        besCfjwAbxgCf18AbxgCf18AbxgCfjwAbesCfjwAbesCfjwAbxgCf18AbxgCf18AbxgCf18AbxgCfjwAbesCfjwAbesCfjwAbxgCf18AbxgCf1\#
        8AbxgCfjwAbesCfjwAbesCfjwA9usC;MST7MDT,M3.2.0,M11.1.0|America/Iqaluit America/Pangnirtung;-18000;-14400,-18000\#
        ,-21600;1qzgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAd\#
        h8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18Bbxg\#
        Af18BbxgAfjwCbewBqykAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;EST5EDT,M3.2.0,M11.1.0|America/Jamaica J\#
        amaica;-18000;-14400,-18000;30m4AlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwB;\#
        EST5|America/Juneau;-28800;-25200,-28800,-32400;8jsAdh8BdhgAdzwBdhgAdh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdz\#
        wBdhgAdh8BdhgAdh8B14g4Adh8BdhgAdzwBcysAdzwCdhkBdh8CdhgBdh8CdhgBdh8CbxgBf18CbxgBfjwCbesBfjwCbesBfjwCbxgBf18Cbxg\#
        Bf18CbxgBfjwCbesBfjwCbesBfjwCbxgBf18CbxgBf18CbxgBf18CbxgBfjwCbesBfjwCbesBfjwCbxgBf18CbxgBf18CbxgBfjwCbesBfjwCb\#
        esBfjwC9usB;AKST9AKDT,M3.2.0,M11.1.0|America/Kentucky/Louisville America/Louisville;-18000;-14400,-18000;8jgAd\#
        h8BdhgAdzwBdhgAdh8BdhgAdh8Bzs4Ai58BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8Bdhg\#
        Adh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18Bb\#
        xgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;EST5EDT,M3.2.0,M11.1.0|America/Kentucky/Mo\#
        nticello;-21600;-18000,-21600,-14400;8jkAdh8BdhgAdzwBdhgAdh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8Bd\#
        hgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18\#
        BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAqykCfjwAbxgCf18AbxgCf18AbxgCfjwAbesCfjwAbesCfjwA9\#
        usC;EST5EDT,M3.2.0,M11.1.0|America/La_Paz Etc/GMT+4;-14400;;;<-04>4|America/Lima;-18000;-14400,-18000;c0wkA6nw\#
        BkdgA6nwB22isA6nwB2tk4A6nwB;<-05>5|America/Los_Angeles PST8PDT US/Pacific;-28800;-25200,-28800;8jsAdh8BdhgAdzw\#
        BdhgAdh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAd\#
        h8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18Bbxg\#
        AfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;PST8PDT,M3.2.0,M11.1.0|America/Maceio;-10800\#
        ;-7200,-10800;bwgcA9ukBglgA8akBiqsA7rwBio4A7rwBj6sA8t8B49hgA8t8B2qisAavwBglgA118Bqg4A9bwB;<-03>3|America/Manag\#
        ua;-21600;-18000,-21600;2i3cA1cl8B32g4A7bwBjmsA7bwB8nskAjrgB7c4A307wB67s4AcykBfkcAbegB;CST6|America/Manaus Bra\#
        zil/West;-14400;-10800,-14400;bwggA9ukBglgA8akBiqsA7rwB4a04A9bwB;<-04>4|America/Martinique;-14400;-10800,-1440\#
        0;7pn4AcykB;AST4|America/Matamoros;-21600;-18000,-21600;dpvkAfjwB5l6sAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBe04A\#
        avwBe04Af18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BadgA;CST6CDT,M3.2.0,M11.1.0|America/Mazatl\#
        an Mexico/BajaSur;-25200;-21600,-25200;jqmcAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBe04AavwBe04Af18BbxgAf18BbxgAfj\#
        wBbesAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesA\#
        fjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwB;MST7|America/Menominee;-18000;-21600,-18000;2vfgA56sBlrwA8tgBi58AdhgBdzwA\#
        cysBdzwAdhgBdh8AdhgBdh8AdhgBdh8AdhgBdh8AdhgBdzwAcysBdzwAdhgBdh8AdhgBdh8AdhgBdh8AbxgBf18AbxgBfjwAbesBfjwAbesBfj\#
        wAbxgBf18AbxgBf18AbxgBfjwAbesBfjwAbesBfjwAbxgBf18AbxgBf18AbxgBf18AbxgBfjwAbesBfjwAbesBfjwAbxgBf18AbxgBf18AbxgB\#
        fjwAbesBfjwAbesBfjwA9usB;CST6CDT,M3.2.0,M11.1.0|America/Merida;-21600;-18000,-21600;908wAn18Ba3c4Af18BbxgAf18B\#
        bxgAf18BbxgAfjwBbesAfjwBe04AavwBe04Af18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfj\#
        wBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwB;CST6|America/Metlak\#
        atla;-28800;-25200,-28800,-32400;8jsAdh8BdhgAdzwBdhgAdh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8BdhgAd\#
        h8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBo1xgC9usBhmkC9c4BhmkC9c4BnbwC3msB;AKST9AKDT,M3.2.0,M11.1.0|America/Mexico_C\#
        ity Mexico/General;-21600;-18000,-21600;jqm8Af18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBe04AavwBe04Af18BbxgAf18BbxgAf\#
        jwBbesAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbes\#
        AfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwB;CST6|America/Miquelon;-14400;-10800,-7200;7rhsA57esBf18AbxgBfjwAbesBfjwA\#
        besBfjwAbxgBf18AbxgBf18AbxgBfjwAbesBfjwAbesBfjwAbxgBf18AbxgBf18AbxgBf18AbxgBfjwAbesBfjwAbesBfjwAbxgBf18AbxgBf1\#
        8AbxgBfjwAbesBfjwAbesBfjwA9usB;<-03>3<-02>,M3.2.0,M11.1.0|America/Moncton;-14400;-10800,-14400;8jcAdh8BdhgAdzw\#
        BdhgAdh8B14g4Adh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgA\#
        dh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18B~8a2loAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjw\#
        BbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB~6uiycA;AST4ADT,M3.2.0,M11.1.0|America/Monterrey;-216\#
        00;-18000,-21600;dpvkAfjwB5l6sAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBe04AavwBe04Af18BbxgAf18BbxgAfjwBbesAfjwBbes\#
        AfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18Bb\#
        xgAf18BbxgAfjwBbesAfjwB;CST6|America/Montevideo;-10800;-7200,-10800,-5400,-9000;8gcA3p8B1easA67wB14g4C456DcysB\#
        8aqA798B1ao4A5p8Bk84A6qkBl9gA5p8B45gAnukB5tk4A5mkBl9gA67wBhmsA8t8BhmsA9ukBhmsA9bwBh44A9ukB8oo4Ae04BeisAbekBf1g\#
        Abx8Bfk4AbekBfk4AbekBfk4Abx8Bf1gAbx8Bf1gAbx8Bfk4AbekBfk4AbekBfk4AbekB;<-03>3|America/Montreal America/Nassau A\#
        merica/Nipigon America/Thunder_Bay America/Toronto Canada/Eastern;-18000;-14400,-18000;8jgAdh8BdhgAdzwBdhgAdh8\#
        BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAd\#
        h8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbes\#
        AfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;EST5EDT,M3.2.0,M11.1.0|America/New_York EST5EDT US/E\#
        astern;-18000;-14400,-18000;8jgAdh8BdhgAdzwBdhgAdh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8Bdh\#
        gAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwB\#
        besAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;E\#
        ST5EDT,M3.2.0,M11.1.0|America/Nome;-39600;-36000,-39600,-32400,-28800;8k4Adh8BdhgAdzwBdhgAdh8BdhgAdh8B56sAlrwB\#
        8tgAi58BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwCdh8Ddh8CdhgDdh8CdhgDdh8CbxgDf18CbxgDfj\#
        wCbesDfjwCbesDfjwCbxgDf18CbxgDf18CbxgDfjwCbesDfjwCbesDfjwCbxgDf18CbxgDf18CbxgDf18CbxgDfjwCbesDfjwCbesDfjwCbxgD\#
        f18CbxgDf18CbxgDfjwCbesDfjwCbesDfjwC9usD;AKST9AKDT,M3.2.0,M11.1.0|America/Noronha Brazil/DeNoronha;-7200;-3600\#
        ,-7200;bwg8A9ukBglgA8akBiqsA7rwBio4A7rwBj6sA8t8B78tgAavwBglgAikBqysA9bwB;<-02>2|America/North_Dakota/Beulah;-2\#
        5200;-21600,-25200,-18000;8joAdh8BdhgAdzwBdhgAdh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgA\#
        dh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbe\#
        sAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usAhmkB\#
        9c4AhmkB9c4AhmkB9usAqykC;CST6CDT,M3.2.0,M11.1.0|America/North_Dakota/Center;-25200;-21600,-25200,-18000;8joAdh\#
        8BdhgAdzwBdhgAdh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgA\#
        dh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAqykCfjwAbesCfjwAbesCfjwAbxgCf18AbxgCf18AbxgCf1\#
        8AbxgCfjwAbesCfjwAbesCfjwAbxgCf18AbxgCf18AbxgCfjwAbesCfjwAbesCfjwA9usC;CST6CDT,M3.2.0,M11.1.0|America/North_Da\#
        kota/New_Salem;-25200;-21600,-25200,-18000;8joAdh8BdhgAdzwBdhgAdh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhg\#
        Adh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18Bb\#
        xgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAqykCfjwAbesCfjwAbes\#
        CfjwA9usC;CST6CDT,M3.2.0,M11.1.0|America/Ojinaga;-21600;-18000,-21600,-25200;jqm8Af18BbxgAf18BqysCbxgBfjwCbesB\#
        fjwCe04BavwCe04Bf18CbxgBf18CbxgBfjwCbesBfjwCbesBfjwCbesBfjwCbxgBf18CbxgBf18CadgBhmkC9c4BhmkC9c4BhmkC9c4BhmkC9c\#
        4BhmkC9c4BhmkC9usBhmkC9c4BhmkC9c4BhmkC9c4BhmkC9c4BhmkC9usBhmkC9c4BqykA;CST6CDT,M3.2.0,M11.1.0|America/Paramari\#
        bo;-12600;-10800;b31qA;<-03>3|America/Port-au-Prince;-18000;-14400,-18000;a14kAcykBdhgAdh8BdhgAdh8BdhgAdh8Bdhg\#
        Adh8BbxkAfk0BbeoAfk0BbeoAfk0BbxcAf1cBbxcAf1cBbxcAfk0BbeoAfk0BbeoAfk0BbxcAf1cBbxcAf1cB5l6kAfjwBbesAfjwB4170Ahmk\#
        B9c4AhmkB9c4AhmkB9c4AhmkB10tgA;EST5EDT,M3.2.0,M11.1.0|America/Porto_Acre America/Rio_Branco Brazil/Acre;-18000\#
        ;-14400,-18000;bwgkA9ukBglgA8akBiqsA7rwBfbc4A41jwB;<-05>5|America/Porto_Velho;-14400;-10800,-14400;bwggA9ukBgl\#
        gA8akBiqsA7rwB;<-04>4|America/Punta_Arenas;-10800;-14400,-10800;6gcAeisBbekAfk4BbekAg2sBavwAf1gBbx8Ag2sBavwAg2\#
        sBbekAfk4BbekAfk4BbekAg2sBavwAg2sBavwAg2sBbekAfk4BbekAfk4BbekAfk4BbekAg2sBavwAg2sBavwAg2sBdh8AdhgBbekAfk4BbekA\#
        g2sBavwAe04BcykAg2sBbekAfk4BbekAfk4BbekAfk4BbekAg2sBavwAg2sBcfwAeisBbekAeisBdzwAe04BbekAg2sBavwAg2sBavwAg2sBav\#
        wAg2sBbekAfk4BbekAfk4BbekAg2sBavwAg2sBcfwAeisBbekAfk4BcykAe04BfjwA7s4BinwA9c4BhmkA9usBh3wA9usB19mkA6qsB;<-03>3\#
        |America/Rainy_River America/Winnipeg Canada/Central;-21600;-18000,-21600;8jkAdhcBdhcAe00BdhcAdhcBdhcAdhcBdhcA\#
        dhcBdhcAdhcBdhcAe00BcyoAe00BdhcAdhcBdhcAdhcBdhcAdhcBdhcAdhcBdhcAe00BcyoAe00BdhcAdhcBdhcAdhcBdhcAdhcBbxcAf1cBbx\#
        cAfk0BbeoAfk0BbeoAfk0BbxcAf1cBbxcAf1cBbxcAfk0BbeoAfk0BbeoAfk0BbxcAf1cBbxcAf1cBbxcAf1cBbxcAfk0BbeoAfk0BbeoAfk0B\#
        bxcAf1cBbxcAf1cBbxcAfk0BbeoAfk0BbeoAfjwB9usA;CST6CDT,M3.2.0,M11.1.0|America/Rankin_Inlet;-21600;-18000,-21600;\#
        1qzkAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAd\#
        h8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18Bbxg\#
        AfjwBbesA16ikBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;CST6CDT,M3.2.0,M11.1.0|America/Recife;-10800;-7200,\#
        -10800;bwgcA9ukBglgA8akBiqsA7rwBio4A7rwBj6sA8t8B78tgAavwBglgAikBqysA9bwB;<-03>3|America/Regina Canada/Saskatch\#
        ewan;-21600;;;CST6|America/Resolute;-21600;-18000,-21600;1qzkAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgA\#
        dh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18Bbx\#
        gAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesA16ikBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesA171\#
        8B;CST6CDT,M3.2.0,M11.1.0|America/Santarem;-14400;-10800,-14400;bwggA9ukBglgA8akBiqsA7rwBfbc4A;<-03>3|America/\#
        Santiago Chile/Continental;-10800;-14400,-10800;6gcAeisBbekAfk4BbekAg2sBavwAf1gBbx8Ag2sBavwAg2sBbekAfk4BbekAfk\#
        4BbekAg2sBavwAg2sBavwAg2sBbekAfk4BbekAfk4BbekAfk4BbekAg2sBavwAg2sBavwAg2sBdh8AdhgBbekAfk4BbekAg2sBavwAe04BcykA\#
        g2sBbekAfk4BbekAfk4BbekAfk4BbekAg2sBavwAg2sBcfwAeisBbekAeisBdzwAe04BbekAg2sBavwAg2sBavwAg2sBavwAg2sBbekAfk4Bbe\#
        kAfk4BbekAg2sBavwAg2sBcfwAeisBbekAfk4BcykAe04BfjwA7s4BinwA9c4BhmkA9usBh3wA9usB19mkA6qsBk7wA6qsBk7wA6qsBhmkAbes\#
        BfjwAbesBfjwAbesBfjwAbxgBf18A;<-04>4<-03>,M9.1.6/24,M4.1.6/24|America/Santo_Domingo;-16200;-18000,-16200,-1440\#
        0;3siAi82B6fyAl1eB62mAkw2B67yAkqqB6amAko2CjjmsA2lcC;AST4|America/Sao_Paulo Brazil/East;-10800;-7200,-10800;bwg\#
        cA9ukBglgA8akBiqsA7rwBio4A7rwBj6sA8t8Bio4A8t8Bi5gA8akBj6sA798Bj6sA9bwBhmsA9bwBhmsA8t8BhmsA9ukBh6sAat8BglgA9ukB\#
        glgAavwBglgA9ukBhmsA9bwBj6sA7rwBi5gA8t8Bjc4A858BhmsA9bwBj6sA8akBh44A9bwBi5gA8t8Bi5gA9bwBhmsA9bwBhmsA9ukBhmsA8t\#
        8Bi5gA8t8Bi5gA9bwBhmsA9bwBhmsA9bwBhmsA9bwBj6sA7rwB;<-03>3|America/Scoresbysund;-7200;-3600,-7200,0;7pn4AcyoBdh\#
        4Cdh8AdhcCdhcAdhcCdhcAdhcCe00AdhcCdhcAdhcCdhcAdhcCdhcAdhcCdhcAdhcCdhcAdhcCe00AdhcCdhcAdhcCdhcAdhcCdhcAdhcCdhcA\#
        dhcCdhcAe00Cfk0AbeoCfk0AbeoCfk0AbeoCg2oAaw0Cg2oAaw0Cg2oAbeoCfk0AbeoCfk0AbeoCg2oAaw0Cg2oAaw0Cg2oAaw0Cg2oAbeoCfk\#
        0AbeoCfk0AbeoCg2oAaw0Cg2oAaw0Cg2oAbeoCfk0AbeoCfk0AbeoCfk0AbeoCg2oAaw0Cg2oAaw0Cg2oAbeoCfk0AbeoCfk0AbeoCg2oAaw0C\#
        g2oAaw0Cg2oAqyoB;<-02>2<-01>,M3.5.0/-1,M10.5.0/0|America/Sitka;-28800;-25200,-28800,-32400;8jsAdh8BdhgAdzwBdhg\#
        Adh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwCdhkBdh8CdhgBdh8Cd\#
        hgBdh8CbxgBf18CbxgBfjwCbesBfjwCbesBfjwCbxgBf18CbxgBf18CbxgBfjwCbesBfjwCbesBfjwCbxgBf18CbxgBf18CbxgBf18CbxgBfjw\#
        CbesBfjwCbesBfjwCbxgBf18CbxgBf18CbxgBfjwCbesBfjwCbesBfjwC9usB;AKST9AKDT,M3.2.0,M11.1.0|America/St_Johns Canada\#
        /Newfoundland;-12600;-9000,-12600,-5400;8jaAdh8BdhgAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh\#
        8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8B~8a2loAf18BbxgCfjsBbewAfjwBbesAfjwBbxgAf18Bb\#
        xgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjw\#
        BbesAfjwB9usAhmkB9c4AhmkB9c4AhmkB9usAhmkB9c4A~c8tecB;NST3:30NDT,M3.2.0,M11.1.0|America/Swift_Current;-25200;-2\#
        1600;1qzoA;CST6|America/Tegucigalpa;-21600;-18000,-21600;d0zcAavwBg2sAavwBd8isA6t8B;CST6|America/Thule;-14400;\#
        -10800,-14400;fyrcAdh8BdhgAdh8Be04AfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18\#
        BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;AST4ADT,M3.2.0,M11.1.0|America/Vancouver Canada/Pacific;-28800;-25200,-2\#
        8800;8jsAdh8BdhgAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBc\#
        ysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18\#
        BbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;PST8PDT,M3.2.0,M11.1.0|A\#
        merica/Whitehorse Canada/Yukon;-28800;-25200,-28800;7r7sAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8Bb\#
        xgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwBbesAfjw\#
        BbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usAhmkB9c4AhmkB9c4AhmkB9usAhmkB9c4AhmkB9c4AhmkB9c4AhmkB9c4Ah\#
        mkB9c4AhmkB9usAhmkB9c4AhmkB9c4AhmkB9c4AhmkB9c4A;MST7|America/Yakutat;-32400;-28800,-32400;8jwAdh8BdhgAdzwBdhgA\#
        dh8BdhgAdh8B56sAlrwB8tgAi58BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8BdhgAdh8BdhgAdh8BdhgAdzwBcysAdzwBdhgAdh8BdhgAdh8Bdh\#
        gAdh8BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAf18BbxgAfjwB\#
        besAfjwBbesAfjwBbxgAf18BbxgAf18BbxgAfjwBbesAfjwBbesAfjwB9usA;AKST9AKDT,M3.2.0,M11.1.0|Antarctica/Casey;28800;3\#
        9600,28800;twncAa7oB18loA8nwB3i7wA11esBfkcAbwwBewcAbjoB~asw1oA~89wycB~ag5poA~89wycB~ag5poA~84lacB;<+08>-8|Anta\#
        rctica/Davis;25200;18000,25200;twngAao4B1858A8o4B;<+07>-7|Antarctica/DumontDUrville Etc/GMT-10 Pacific/Chuuk P\#
        acific/Port_Moresby Pacific/Truk Pacific/Yap;36000;;;<+10>-10|Antarctica/Macquarie;39600;36000,39600;4v4Ah40Ba\#
        dcAh40B8tcAi5cB9c0AhmoB9c0AhmoB9c0AhmoB9uoAhmoB9c0AhmoB9c0AhmoB9c0AhmoB9c0AhmoB9c0AhmoBbeoAg2oBaw0Ag2oB9c0Ahmo\#
        B9c0AhmoB9c0Ah40Baw0AglcBaw0AglcBadcAglcBadcAglcBbeoAe00BcyoAe00BcyoAe00BcyoAe00BcyoAe00BdhcAe00BcyoAe00BcyoAe\#
        00BcyoAe00BcyoAbeoBfk0AeioBcyoAe00BcyoAe00BcyoAe00BcyoAe00BdhcAdhcBcyoAeioBdhcAdhcBdhcAdhcB14g0A;AEST-10AEDT,M\#
        10.1.0,M4.1.0/3|Antarctica/Mawson;21600;18000;twnkA;<+05>-5|Antarctica/McMurdo Antarctica/South_Pole NZ Pacifi\#
        c/Auckland;43200;46800,43200;3muwA8aoBi5cA9uoBhmoA9c0BhmoA9c0BhmoA9c0BhmoA9c0BhmoA9c0BhmoA9uoBhmoA9c0BhmoA9c0B\#
        hmoA9c0BhmoA9c0BhmoA9c0BhmoA9uoBhmoA9c0Bg2oAbxcBf1cAbxcBf1cAbxcBf1cAcg0BeioAcg0BeioAcg0BeioAcg0Bf1cAbxcBf1cAbx\#
        cBf1cAcg0BeioAcg0BeioAcg0Bf1cAbxcBf1cAbxcBf1cAcg0BeioAcg0BeioAcg0BeioAcg0BeioA;NZST-12NZDT,M9.5.0,M4.1.0/3|Ant\#
        arctica/Palmer;-10800;-7200,-10800,-14400;31v0A798B60g4Cc04BbekCfk4BbekCg2sBavwCg2sBavwCg2sBdh8CdhgBbekCfk4Bbe\#
        kCg2sBavwCe04BcykCg2sBbekCfk4BbekCfk4BbekCfk4BbekCg2sBavwCg2sBcfwCeisBbekCeisBdzwCe04BbekCg2sBavwCg2sBavwCg2sB\#
        avwCg2sBbekCfk4BbekCfk4BbekCg2sBavwCg2sBcfwCeisBbekCfk4BcykCe04BfjwC7s4BinwC9c4BhmkC9usBh3wC9usB19mkC6qsB;<-03\#
        >3\#

        """#
}
