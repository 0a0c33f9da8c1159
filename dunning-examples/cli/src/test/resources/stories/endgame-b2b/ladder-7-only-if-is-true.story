story ladder[7].only if is true
customer C-1
invoice INV-1, issued 2025-01-29, due 2025-02-28, currency EUR, amount 1000.00
2025-03-03 take friendly reminder, by email, tone neutral
2025-03-14 take first notice, by email
2025-03-30 take plan, by email
2025-04-14 take final demand, by letter
2025-05-14 take settlement, by letter, offers 700.00 EUR
2025-06-18 take agency
2025-06-18 verdict exhausted
