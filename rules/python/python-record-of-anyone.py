@app.route("/accounts/<int:account_id>")
@login_required
def account(account_id):
    # ruleid: python-record-of-anyone
    return Account.query.get_or_404(account_id).to_dict()


@login_required
def invoice(request, invoice_id):
    # ruleid: python-record-of-anyone
    return render(request, "invoice.html", {"invoice": get_object_or_404(Invoice, pk=invoice_id)})


@login_required
def checked(request, invoice_id):
    # ok: python-record-of-anyone
    found = get_object_or_404(Invoice, pk=invoice_id)
    if found.customer != request.user:
        raise PermissionDenied
    return found


@login_required
def article(request, article_id):
    # a decoy: Account.query.get_or_404(account_id)
    # ok: python-record-of-anyone
    return get_object_or_404(Article, pk=article_id)
