story ladder[7].only if is false
customer C-1, without letter
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-08 take friendly reminder, by email, tone neutral
2025-02-19 take first notice, by email
2025-03-07 take plan, by email
2025-04-21 verdict exhausted
