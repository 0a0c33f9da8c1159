story ladder[4].requires[1] is true
customer C-1
invoice INV-1, issued 2025-01-29, due 2025-02-28, currency EUR, amount 1000.00
2025-03-05 take Zahlungserinnerung, by email
2025-03-15 take Mahnung, by letter, grants 2025-03-25, charges 44.63 EUR
2025-03-30 take letzte Mahnung, by letter, grants 2025-04-09, charges 4.63 EUR
2025-04-29 approve Inkasso
2025-04-29 take Inkasso
2025-04-29 verdict exhausted
