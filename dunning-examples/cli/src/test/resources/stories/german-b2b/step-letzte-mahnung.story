story step "letzte Mahnung"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-10 take Zahlungserinnerung, by email
2025-02-20 take Mahnung, by letter, grants 2025-03-02, charges 44.63 EUR
2025-03-07 take letzte Mahnung, by letter, grants 2025-03-17, charges 4.63 EUR
2025-03-07 verdict wait
2025-03-07 look again on 2025-04-06
