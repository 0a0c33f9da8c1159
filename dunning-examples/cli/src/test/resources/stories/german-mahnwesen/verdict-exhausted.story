story verdict exhausted
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
invoice INV-2, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-10 take Zahlungserinnerung, invoice INV-1, by email, tone friendly
2025-02-17 take Zahlungserinnerung, invoice INV-2, by email, tone friendly
2025-02-24 take 1. Mahnung, invoice INV-1, by letter, tone neutral, grants 2025-03-06, charges 45.87 EUR
2025-03-03 take 1. Mahnung, invoice INV-2, by letter, tone neutral, grants 2025-03-13, charges 48.03 EUR
2025-03-10 take 2. Mahnung, invoice INV-1, by letter, tone firm, grants 2025-03-20, charges 4.32 EUR
2025-03-17 take 2. Mahnung, invoice INV-2, by letter, tone firm, grants 2025-03-27, charges 4.32 EUR
2025-03-24 take letzte Mahnung, invoice INV-1, by letter, tone final, grants 2025-04-03, charges 4.32 EUR
2025-03-31 take letzte Mahnung, invoice INV-2, by letter, tone final, grants 2025-04-10, charges 4.32 EUR
2025-04-06 approve Mahnbescheid, invoice INV-1
2025-04-06 take Mahnbescheid, invoice INV-1
2025-04-13 approve Mahnbescheid, invoice INV-2
2025-04-13 take Mahnbescheid, invoice INV-2
2025-04-13 verdict exhausted, invoice INV-1
2025-04-13 verdict exhausted, invoice INV-2
