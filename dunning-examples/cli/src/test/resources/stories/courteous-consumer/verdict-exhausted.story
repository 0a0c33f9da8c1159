story verdict exhausted
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
invoice INV-2, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-02 take heads-up, invoice INV-1, by email
2025-02-12 take reminder, invoice INV-1, by email
2025-02-22 take reminder, invoice INV-2, by email
2025-03-04 take second reminder, invoice INV-1, by letter
2025-03-14 take second reminder, invoice INV-2, by letter
2025-03-24 take final notice, invoice INV-1, by letter
2025-04-03 take final notice, invoice INV-2, by letter
2025-04-03 verdict exhausted, invoice INV-1
2025-04-03 verdict exhausted, invoice INV-2
