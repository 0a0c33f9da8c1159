story step "agency"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-08 take friendly reminder, by email, tone friendly
2025-02-19 take first notice, by email, tone firm, grants 2025-03-01
2025-03-07 take call, by phone
2025-03-19 take final demand, by letter, tone final, grants 2025-04-02
2025-05-06 approve agency
2025-05-06 take agency
2025-05-06 verdict exhausted
