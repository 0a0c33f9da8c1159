story step "Zahlungserinnerung"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-10 take Zahlungserinnerung, by email, tone friendly
2025-02-10 verdict wait
2025-02-10 look again on 2025-02-20
