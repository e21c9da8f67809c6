/// The drawings of the interface: 24 by 24, one line width, always beside a word and hidden from screen readers.
package enum Icon: CaseIterable, Sendable {
    case arrowLeft, bell, book, bowl, briefcase, calendar, car, card, chart, check, checkCircle, clock, document, drop
    case hand, heart, home, inbox, info, list, map, menu, pause, pencil, people, phone, pin, printer, scales, search
    case shield, star, tree, user, warning, yuan

    package var html: HTML {
        let open: HTML = "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">"
        return "\(open)\(shape)</svg>"
    }

    private var shape: HTML {
        switch self {
        case .arrowLeft: "<path d=\"M10.5 5 4 12l6.5 7M4.5 12H20\"/>"
        case .bell:
            "<path d=\"M5.5 17c1-1.5 1.5-3 1.5-6a5 5 0 0 1 10 0c0 3 .5 4.5 1.5 6zM10 20c.8 1.2 3.2 1.2 4 0\"/>"
        case .book: "<path d=\"M5 3.5h14v17l-3.5-2-3.5 2-3.5-2-3.5 2zM8.5 8h7M8.5 12h7\"/>"
        case .calendar:
            """
            <rect x="3.5" y="5" width="17" height="15.5" rx="1.5"/><path d="M3.5 10h17M8 2.8V6.5M16 2.8V6.5"/>
            """
        case .card:
            """
            <rect x="2.5" y="5" width="19" height="14" rx="2"/><circle cx="8" cy="11" r="2"/>\
            <path d="M5 16c.5-1.5 1.6-2.2 3-2.2s2.5.7 3 2.2M14 10h4.5M14 13.5h4.5"/>
            """
        case .chart: "<path d=\"M3.5 3.5v17h17M8 16v-4M12.5 16V8M17 16v-6\"/>"
        case .check: "<path d=\"m4.5 12.5 5 5 10-11\"/>"
        case .checkCircle: "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"m8 12.3 3 3 5.2-6\"/>"
        case .clock: "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 6.5V12l3.5 2.5\"/>"
        case .document: "<path d=\"M6 2.5h8.5L19 7v14.5H6zM14 2.5V7.5h5M9 12h7M9 15.5h7\"/>"
        case .hand:
            """
            <path d="M3 14.5h4l3-1.5h4c1.3 0 1.3 2.3 0 2.3h-3M14 13.8l5-2.3c1.5-.6 2.5 1 1.3 2L14.5 18.5H7M3 12.5V20\
            M8.5 9.5a3.5 3.5 0 1 0 7 0 3.5 3.5 0 0 0-7 0z"/>
            """
        case .home: "<path d=\"m3 11 9-7.5 9 7.5M5.5 9v11.5h13V9M10 20.5V14h4v6.5\"/>"
        case .inbox: "<path d=\"M3 13.5 6 4.5h12l3 9v6H3zM3 13.5h5.5c.3 2 1.7 3 3.5 3s3.2-1 3.5-3H21\"/>"
        case .info: "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 11v5.5M12 7.6v.01\"/>"
        case .list: "<path d=\"M8.5 6H21M8.5 12H21M8.5 18H21M3.5 6v.01M3.5 12v.01M3.5 18v.01\"/>"
        case .map: "<path d=\"m3 6 6-2.5 6 2.5 6-2.5v14.5L15 20.5 9 18l-6 2.5zM9 3.5V18M15 6v14.5\"/>"
        case .menu: "<path d=\"M3.5 6.5h17M3.5 12h17M3.5 17.5h17\"/>"
        case .pause: "<path d=\"M8.5 5v14M15.5 5v14\"/>"
        case .pencil: "<path d=\"m4 20 1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5\"/>"
        case .phone:
            """
            <path d="M5 3.5h4l2 5-2.5 1.5\
            a12 12 0 0 0 5.5 5.5l1.5-2.5 5 2v4c0 1-.8 1.8-1.8 1.7C11 20 4 13 3.3 5.3 3.2 4.3 \
            4 3.5 5 3.5z"/>
            """
        case .pin:
            """
            <path d="M12 21.5s7-6.3 7-11.5a7 7 0 0 0-14 0c0 5.2 7 11.5 7 11.5z"/><circle cx="12" cy="10" r="2.5"/>
            """
        case .printer: "<path d=\"M7 8V3h10v5M7 17H3.5V8h17v9H17M7 14h10v7H7z\"/>"
        case .search: "<circle cx=\"10.5\" cy=\"10.5\" r=\"6.5\"/><path d=\"m15.5 15.5 5 5\"/>"
        case .shield: "<path d=\"M12 2.8 20 6v6c0 4.7-3.3 7.8-8 9.5C7.3 19.8 4 16.7 4 12V6zM8.5 12l2.5 2.5 4.5-5\"/>"
        case .star: "<path d=\"m12 3 2.8 5.8 6.2.9-4.5 4.4 1.1 6.3L12 17.4l-5.6 3 1.1-6.3L3 9.7l6.2-.9z\"/>"
        case .user: "<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4 20.5c.8-4 4-6 8-6s7.2 2 8 6\"/>"
        case .warning: "<path d=\"M12 3.5 22 20.5H2zM12 10v5M12 17.7v.01\"/>"
        case .bowl:
            """
            <path d="M3 11h18a9 9 0 0 1-6 8.5V21H9v-1.5A9 9 0 0 1 3 11zM8 3.5c-1 1.5 1 2.5 0 4.5M13 \
            3.5c-1 1.5 1 2.5 0 4.500"/>
            """
        case .briefcase:
            """
            <rect x="3" y="7.5" width="18" height="12.5" rx="1.5"/><path d="M8.5 7.5v-3h7v3M3 \
            13h18M12 12v2.5"/>
            """
        case .car:
            """
            <path d="M3 16.5v-4l2.5-6h13l2.5 6v4zM3 12.5h18M5 16.5V19M19 16.5V19M7 14.5v.01M17 \
            14.5v.01"/>
            """
        case .drop:
            """
            <path d="M12 3c4 5 6.5 8 6.5 11.5a6.5 6.5 0 0 1-13 0C5.5 11 8 8 12 3zM9 15a3 3 0 0 0 3 \
            3"/>
            """
        case .heart:
            """
            <path d="M12 20 4.3 12.3a4.8 4.8 0 0 1 6.8-6.8l.9.9.9-.9a4.8 4.8 0 0 1 6.8 6.8z"/>
            """
        case .people:
            """
            <circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.6-3.6 3-5.5 6.5-5.5s5.9 1.9 6.5 5.5M15 \
            4.8a3.5 3.5 0 0 1 0 6.4M17.5 14.8c2.2.7 3.6 2.4 4 5.2"/>
            """
        case .scales:
            """
            <path d="M12 3.5v17M7 20.5h10M5 6.5h14M5 6.5 2.5 13a2.8 2.8 0 0 0 5 0zM19 6.5 16.5 13a2.8 \
            2.8 0 0 0 5 0z"/>
            """
        case .tree:
            """
            <path d="M12 21v-7M12 14c-4 0-6.5-2.5-6.5-5.5S8 3 12 3s6.5 2.5 6.5 5.5S16 14 12 14zM8 \
            21h8M12 14l3-3"/>
            """
        case .yuan:
            """
            <circle cx="12" cy="12" r="8.5"/><path d="m8.5 7.5 3.5 4 3.5-4M12 11.5v6M8.5 12h7M8.5 \
            15h7"/>
            """
        }
    }
}
