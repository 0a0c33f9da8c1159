story step "first letter"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 10000.00
2025-05-06 take first letter, by letter, tone firm, grants 2025-05-16, charges 197.26 EUR
2025-05-06 verdict wait
2025-05-06 look again on 2025-05-17
