"""Walks the services of companies, real estate, law firms and inspection bodies, as `services.py` walks the others.

usage: registers.py BINARY [--shots FOLDER]
"""

import services
from services import ADDRESS, Road

SISTER = "示例继承人乙"

services.ROADS = [
    Road(
        "company-registration", "19900000001",
        {"company_form": "limited", "company_kind": "general", "residential": "false",
         "enterprise.proposed_name": "重庆山城早面有限公司（示例）", "enterprise.capital": "100000",
         "business_scope": "餐饮管理", "premises.address": ADDRESS},
        [("clerk", "action=accept"), ("registrar", "result=grant")], "已办结",
        known=["person.name", "person.id_number", "representative_barred", "enterprise.uscc", "enterprise.name"]),
    Road(
        "business-premises-filing", "19900000002",
        {"same_activity": "true", "residential": "false", "premises.address": "重庆市渝中区示例路99号"},
        [("clerk", "result=record")], "已办结", stand_for="小满",
        known=["enterprise.uscc", "enterprise.registration_region", "enterprise_listed_abnormal"], certificate=False),
    Road(
        "law-firm-name", "19900000001",
        {"firm_form": "partnership", "law_firm.name": "重庆山城示例律师事务所",
         "alternative_words": "同舟\n知行\n明远\n正言"},
        [("city-justice-clerk", "action=accept"), ("city-justice-reviewer", "result=usable"),
         ("city-justice-handler", "result=free"), ("city-justice-approver", "result=grant")], "已办结",
        known=["founder_is_lawyer"]),
    Road(
        "real-estate-registration", "19900000002",
        {"transaction": "transfer", "shared": "false", "real_estate.new_owner": "示例新权利人"},
        [("estate-clerk", "action=accept"), ("estate-reviewer", "result=in_order"),
         ("estate-approver", "result=grant")], "已办结"),
    Road(
        "mortgage-registration", "19900000002",
        {"mortgage_kind": "general", "through_bank": "true", "shared": "false", "debt_until-year": "2036", "debt_until-month": "3",
         "debt_until-day": "1"},
        [("estate-clerk", "action=accept"), ("estate-reviewer", "result=in_order"),
         ("estate-approver", "result=grant")], "已办结"),
    Road(
        "real-estate-inheritance", "19900000001",
        {"way": "statutory", "several_heirs": "true", "renounced": "false", "first_order": "true",
         "estate.unit_number": "500103001001GB00001F00010005", "deceased_name": "示例被继承人",
         "deceased_id": "50010319450505994X", "real_estate.new_owner": "李明\n" + SISTER},
        [("estate-clerk", "action=accept"), ("estate-reviewer", "result=clear"),
         ("estate-reviewer", "result=published"), ("estate-reviewer", "result=objection"),
         ("estate-approver", "result=refuse")], "不予", certificate=False),
    Road(
        "inspection-body-qualification", "19900000002",
        {"renewal": "false", "testing_field": "environment", "premises.address": ADDRESS,
         "inspection.scope": "水和废水、环境空气", "technical_staff": "12", "technical_head": "示例技术负责人"},
        [("city-market-clerk", "action=accept"), ("city-market-reviewer", "result=meets"),
         ("city-expert", "result=conforms"), ("city-expert2", "result=conforms"),
         ("city-market-approver", "result=grant"), ("city-market-clerk", "result=delivered")], "准予",
        stand_for="小满", known=["enterprise.uscc", "enterprise.credit_class"]),
]
services.LIMITS = [
    ("company-registration", "kaizhou", "3", "市场主体登记管理条例"),
    ("real-estate-registration", "wanzhou", "3", "渝府办发〔2019〕103号"),
    ("mortgage-registration", "yuzhong", "2", "渝府办发〔2019〕103号"),
    ("real-estate-inheritance", "yuzhong", "3", "渝府办发〔2019〕103号"),
    ("inspection-body-qualification", "wansheng", "22", "渝府办发〔2019〕103号"),
]

if __name__ == "__main__":
    services.main()
