story ladder[5].requires[1] is true
customer C-1
invoice INV-1, issued 2025-01-10, due 2025-02-09, currency EUR, amount 1000.00
2025-02-14 take Zahlungserinnerung, by email, tone friendly
2025-02-24 take 1. Mahnung, by letter, tone neutral, grants 2025-03-06, charges 44.63 EUR
2025-03-07 take 2. Mahnung, by letter, tone firm, grants 2025-03-17, charges 3.40 EUR
2025-03-18 take letzte Mahnung, by letter, tone final, grants 2025-03-28, charges 3.39 EUR
2025-03-31 approve Mahnbescheid
2025-03-31 take Mahnbescheid
2025-03-31 verdict exhausted
