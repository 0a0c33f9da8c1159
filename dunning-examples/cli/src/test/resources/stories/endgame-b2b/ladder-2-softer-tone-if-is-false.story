story ladder[2].softer tone if is false
customer C-1
invoice INV-1, issued 2025-01-29, due 2025-02-28, currency EUR, amount 1000.00
2025-03-03 take friendly reminder, by email, tone neutral
2025-03-03 verdict wait
2025-03-03 look again on 2025-03-14
