"""Reads recommendations and writes events, by their JSON forms alone.

Standard input is a list of recommendations; standard output is a list of postings: the step that
was taken, and a payment that is due by what the customer owes.
"""

import json
import sys
from decimal import Decimal


def money(amount, currency):
    return {"amount": str(amount), "currency": currency}


def owed(recommendation):
    """What is owed on the invoices that the decision is about, by currency."""
    sums = {}
    for line in recommendation.get("lines", []):
        if line["concerned"]:
            for part in line["owed"].values():
                sums.setdefault(part["currency"], Decimal(0))
                sums[part["currency"]] += Decimal(part["amount"])
    return sums


def postings(recommendation):
    if recommendation["verdict"] != "act":
        return
    subject = recommendation["subject"]
    step = recommendation["step"]
    taken = {"type": "step-taken", "date": recommendation["asOf"], "step": step["name"]}
    if "channel" in recommendation:
        taken["channel"] = recommendation["channel"]
    yield {"customer": subject["customer"], "event": taken}
    concerned = [l["invoice"] for l in recommendation["lines"] if l["concerned"]]
    for currency, amount in sorted(owed(recommendation).items()):
        paid = {
            "type": "payment",
            "date": recommendation["asOf"],
            "amount": money(amount, currency),
        }
        yield {"customer": subject["customer"], "invoice": concerned[0], "event": paid}


def main():
    found = []
    for recommendation in json.load(sys.stdin):
        found.extend(postings(recommendation))
    json.dump(found, sys.stdout)


main()
