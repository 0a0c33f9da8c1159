story ladder[2].softer tone if is false
customer C-1
invoice INV-1, issued 2025-01-10, due 2025-02-09, currency EUR, amount 1000.00
2025-02-12 take friendly reminder, by email, tone friendly
2025-02-23 take first notice, by email, tone firm, grants 2025-03-05
2025-02-23 verdict wait
2025-02-23 look again on 2025-03-11
