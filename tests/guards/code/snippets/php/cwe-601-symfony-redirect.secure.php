<?php
namespace App\Controller;

use Symfony\Bundle\FrameworkBundle\Controller\AbstractController;
use Symfony\Component\HttpFoundation\RedirectResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\Routing\Attribute\Route;

class LoginController extends AbstractController
{
    #[Route('/done')]
    public function done(Request $request): RedirectResponse
    {
        $name = $request->query->get('return') === 'orders' ? 'orders' : 'home';
        return $this->redirectToRoute($name);
    }
}
