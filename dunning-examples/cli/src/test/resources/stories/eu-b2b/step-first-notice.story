story step "first notice"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-08 take friendly reminder, by email, tone friendly
2025-02-19 take first notice, by email, tone firm, grants 2025-03-01, charges 44.28 EUR
2025-02-19 verdict wait
2025-02-19 look again on 2025-03-07
