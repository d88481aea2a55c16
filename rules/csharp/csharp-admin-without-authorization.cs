namespace Shop {
    // ruleid: csharp-admin-without-authorization
    public class AdminUsersController : ControllerBase {
        public IActionResult Delete(int id) {
            users.Delete(id);
            return NoContent();
        }
    }

    // ruleid: csharp-admin-without-authorization
    public class ShopAdminController : Controller {
        public IActionResult Index() {
            return View(users.All());
        }
    }

    // ok: csharp-admin-without-authorization
    [Authorize(Roles = "Admin")]
    public class AdminOrdersController : ControllerBase {
        public IActionResult Get() {
            return Ok(orders.All());
        }
    }

    // ok: csharp-admin-without-authorization
    public class OrdersController : ControllerBase {
        public IActionResult Get() {
            return Ok(orders.All());
        }
    }
    // public class AdminThingsController : ControllerBase { }
}
