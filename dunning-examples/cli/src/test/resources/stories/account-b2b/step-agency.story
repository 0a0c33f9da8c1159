story step "agency"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-10 take statement, by email
2025-02-25 take notice, by letter
2025-03-07 take call, by phone
2025-03-22 take stop supply, by letter
2025-05-06 approve agency
2025-05-06 take agency
2025-05-06 verdict exhausted
