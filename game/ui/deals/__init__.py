"""The deals between seats on screen: the ledger of promises, and the form on which a deal is offered."""
