story step "agency"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-12 take reminder, by email, tone friendly
2025-02-26 take second reminder, by letter, tone neutral
2025-03-12 take payment plan, by letter, tone neutral
2025-04-02 take notice, by letter, tone firm, grants 2025-04-16
2025-04-17 approve agency
2025-04-17 take agency
2025-04-17 verdict exhausted
