story verdict exhausted
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
invoice INV-2, issued 2025-01-15, due 2025-02-14, currency EUR, amount 1000.00
2025-02-10 take Zahlungserinnerung, invoice INV-1, by email
2025-02-19 take Zahlungserinnerung, invoice INV-2, by email
2025-02-26 take Mahnung, invoice INV-1, by letter, grants 2025-03-08, charges 46.48 EUR
2025-03-05 take Mahnung, invoice INV-2, by letter, grants 2025-03-15, charges 45.87 EUR
2025-03-12 take letzte Mahnung, invoice INV-1, by letter, grants 2025-03-22, charges 4.33 EUR
2025-03-19 take letzte Mahnung, invoice INV-2, by letter, grants 2025-03-29, charges 4.32 EUR
2025-04-06 approve Inkasso, invoice INV-1
2025-04-06 take Inkasso, invoice INV-1
2025-04-15 approve Inkasso, invoice INV-2
2025-04-15 take Inkasso, invoice INV-2
2025-04-15 verdict exhausted, invoice INV-1
2025-04-15 verdict exhausted, invoice INV-2
