story step "call"
customer C-1, without phone
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 10000.00
2025-05-06 take first letter, by letter, tone firm, grants 2025-05-16, charges 197.26 EUR
2025-05-17 take call, by email, tone firm
2025-05-17 verdict wait
2025-05-17 look again on 2025-06-05
